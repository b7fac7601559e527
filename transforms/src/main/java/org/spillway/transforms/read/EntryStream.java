package org.spillway.transforms.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.spillway.transforms.inflate.InflatingReader;

/**
 * An entry's inflated bytes, verified as they pass: no more of them than the directory says, no
 * more than {@code maxRatio} for a compressed one, and at the end exactly its size and CRC-32.
 * Whoever has read to the end without an exception has read what was archived.
 */
final class EntryStream extends InputStream {
  private final ArchiveFile file;
  private final DirectoryRecord record;
  private final Place place;
  private final int maxRatio;
  private final @Nullable InflatingReader inflating;
  private final CRC32 crc32 = new CRC32();
  private long compressedLeft;
  private long count;
  private boolean isAtEnd;

  /** The file stands at the entry's data. */
  EntryStream(ArchiveFile file, DirectoryRecord record, int maxRatio) {
    this.file = file;
    this.record = record;
    this.maxRatio = maxRatio;
    place = file.place().entry(record.name());
    compressedLeft = record.compressedBytes();
    inflating =
        record.method() == DirectoryRecord.STORED
            ? null
            : new InflatingReader(this::readCompressed);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * Reads at least one byte unless {@code length} is 0.
   *
   * @return the number of bytes, or -1 at the end, once everything has been verified
   * @throws BadInputException if the entry is not what the directory says
   */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd) {
      return -1;
    }
    int n =
        inflating == null
            ? readCompressed(bytes, offset, length)
            : inflate(inflating, bytes, offset, length);
    if (n < 0) {
      verifyEnd();
      isAtEnd = true;
      return -1;
    }
    count += n;
    checkSoFar();
    crc32.update(bytes, offset, n);
    return n;
  }

  private int inflate(InflatingReader from, byte[] bytes, int offset, int length)
      throws IOException {
    try {
      int n = from.read(bytes, offset, length);
      if (n < 0) {
        checkAllUsed(from);
      }
      return n;
    } catch (DataFormatException e) {
      throw new BadInputException(
          InputFault.DATA_CORRUPT,
          place,
          "the compressed data is damaged",
          "whole deflated data",
          String.valueOf(e.getMessage()));
    }
  }

  private void checkAllUsed(InflatingReader from) {
    if (from.deflatedBytes() != record.compressedBytes()) {
      throw new BadInputException(
          InputFault.SIZE_MISMATCH,
          place,
          "the compressed data ends early",
          record.compressedBytes() + " compressed bytes",
          String.valueOf(from.deflatedBytes()));
    }
  }

  private int readCompressed(byte[] bytes, int offset, int length) throws IOException {
    if (compressedLeft == 0) {
      return -1;
    }
    int n = file.readNext(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, compressedLeft)));
    compressedLeft -= n;
    return n;
  }

  private void checkSoFar() {
    if (count > record.bytes()) {
      throw new BadInputException(
          InputFault.SIZE_MISMATCH,
          place,
          "the entry inflates to more than the directory says",
          record.bytes() + " bytes",
          "at least " + count);
    }
    if (inflating != null
        && count > ArchiveLimits.RATIO_FROM_BYTES
        && count / maxRatio > inflating.deflatedBytes()) {
      throw new BadInputException(
          InputFault.RATIO,
          place,
          "the entry inflates to suspiciously much",
          "at most " + maxRatio + " bytes for a compressed one",
          count + " bytes for " + inflating.deflatedBytes());
    }
  }

  private void verifyEnd() {
    if (count != record.bytes()) {
      throw new BadInputException(
          InputFault.SIZE_MISMATCH,
          place,
          "the entry inflates to less than the directory says",
          record.bytes() + " bytes",
          String.valueOf(count));
    }
    if (crc32.getValue() != record.crc32()) {
      throw new BadInputException(
          InputFault.CRC_MISMATCH,
          place,
          "the CRC-32 differs: the entry is damaged",
          String.format("%08x", record.crc32()),
          String.format("%08x", crc32.getValue()));
    }
  }
}
