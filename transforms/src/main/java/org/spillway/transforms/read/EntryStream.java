package org.spillway.transforms.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * An entry's inflated bytes, verified as they pass: no more of them than the directory says, no
 * more than {@code maxRatio} for a compressed one, and at the end exactly its size and CRC-32.
 * Whoever has read to the end without an exception has read what was archived.
 *
 * <p>Memory is two buffers, whatever the entry holds.
 */
final class EntryStream extends InputStream {
  private static final int BUFFER = 128 << 10;

  private final ArchiveFile file;
  private final DirectoryRecord record;
  private final Place place;
  private final int maxRatio;
  private final @Nullable Inflater inflater;
  private final CRC32 crc32 = new CRC32();
  private final byte[] compressed = new byte[BUFFER];
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
    inflater = record.method() == DirectoryRecord.STORED ? null : new Inflater(true);
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
        inflater == null ? copy(bytes, offset, length) : inflate(inflater, bytes, offset, length);
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

  @Override
  public void close() {
    if (inflater != null) {
      inflater.end();
    }
  }

  private int copy(byte[] bytes, int offset, int length) throws IOException {
    if (compressedLeft == 0) {
      return -1;
    }
    return readCompressed(bytes, offset, length);
  }

  private int inflate(Inflater from, byte[] bytes, int offset, int length) throws IOException {
    try {
      while (true) {
        int n = from.inflate(bytes, offset, length);
        if (n > 0) {
          return n;
        }
        if (from.finished()) {
          checkAllUsed(from);
          return -1;
        }
        if (from.needsDictionary() || compressedLeft == 0) {
          throw damaged("deflated data that ends by itself", "data that breaks off");
        }
        from.setInput(compressed, 0, readCompressed(compressed, 0, BUFFER));
      }
    } catch (DataFormatException e) {
      throw damaged("deflated data", String.valueOf(e.getMessage()));
    }
  }

  private void checkAllUsed(Inflater from) {
    long unused = compressedLeft + from.getRemaining();
    if (unused != 0) {
      throw new BadInputException(
          InputFault.SIZE_MISMATCH,
          place,
          "the compressed data ends early",
          record.compressedBytes() + " compressed bytes",
          String.valueOf(record.compressedBytes() - unused));
    }
  }

  private int readCompressed(byte[] bytes, int offset, int length) throws IOException {
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
    if (inflater != null
        && count > ArchiveLimits.RATIO_FROM_BYTES
        && count / maxRatio > inflater.getBytesRead()) {
      throw new BadInputException(
          InputFault.RATIO,
          place,
          "the entry inflates to suspiciously much",
          "at most " + maxRatio + " bytes for a compressed one",
          count + " bytes for " + inflater.getBytesRead());
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

  private BadInputException damaged(String expected, String found) {
    return new BadInputException(
        InputFault.DATA_CORRUPT, place, "the compressed data is damaged", expected, found);
  }
}
