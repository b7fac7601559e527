package org.spillway.transforms.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Compares an entry's local header with the central directory. */
final class LocalHeader {
  private static final int SIGNATURE = 0x04034b50;
  private static final int FIXED_BYTES = 30;

  private LocalHeader() {}

  /**
   * Checks the header at the record's offset.
   *
   * @param limit the offset at which the central directory begins
   * @return the offset of the entry's data
   * @throws BadInputException if there is no header, or it is encrypted or contradicts the record
   */
  static long check(ArchiveFile file, DirectoryRecord record, long limit) throws IOException {
    Place place = file.place().entry(record.name());
    if (record.isMasked()) {
      throw ZipArchive.encrypted(place);
    }
    long offset = record.localOffset();
    if (offset > limit - FIXED_BYTES) {
      throw disagree(place, "a local header before the central directory", "offset " + offset);
    }
    ByteBuffer header = file.read(offset, FIXED_BYTES);
    if (header.getInt(0) != SIGNATURE) {
      throw disagree(place, "a local header at offset " + offset, "something else");
    }
    int nameBytes = Short.toUnsignedInt(header.getShort(26));
    int extraBytes = Short.toUnsignedInt(header.getShort(28));
    long dataOffset = offset + FIXED_BYTES + nameBytes + extraBytes;
    if (dataOffset > limit) {
      throw disagree(place, "a local header before the central directory", "one that runs into it");
    }
    ByteBuffer rest = file.read(offset + FIXED_BYTES, nameBytes + extraBytes);
    byte[] name = new byte[nameBytes];
    rest.get(name);
    if (!Arrays.equals(name, record.name().getBytes(StandardCharsets.UTF_8))) {
      throw disagree(
          place, "the same name in the local header", Excerpt.quoted(name, 0, nameBytes));
    }
    checkNumber(place, "flags", record.flags(), Short.toUnsignedInt(header.getShort(6)));
    checkNumber(place, "method", record.method(), Short.toUnsignedInt(header.getShort(8)));
    checkSizes(place, record, header, rest.slice().order(rest.order()));
    return dataOffset;
  }

  private static void checkSizes(
      Place place, DirectoryRecord record, ByteBuffer header, ByteBuffer extra) {
    Zip64Sizes sizes =
        Zip64Sizes.ofLocalHeader(
            place, header.getInt(22), header.getInt(18), record.localOffset(), extra);
    long crc32 = Integer.toUnsignedLong(header.getInt(14));
    checkUnlessLeftOut(record, "uncompressed size", place, record.bytes(), sizes.bytes());
    checkUnlessLeftOut(
        record, "compressed size", place, record.compressedBytes(), sizes.compressedBytes());
    checkUnlessLeftOut(record, "CRC-32", place, record.crc32(), crc32);
  }

  /** With a data descriptor a field may be 0: the descriptor is what is compared. */
  private static void checkUnlessLeftOut(
      DirectoryRecord record, String name, Place place, long inDirectory, long inHeader) {
    if (!record.hasDescriptor() || inHeader != 0) {
      checkNumber(place, name, inDirectory, inHeader);
    }
  }

  private static void checkNumber(Place place, String name, long inDirectory, long inHeader) {
    if (inDirectory != inHeader) {
      throw disagree(
          place, name + " " + inDirectory + " in the local header", String.valueOf(inHeader));
    }
  }

  static BadInputException disagree(Place place, String expected, String found) {
    return new BadInputException(
        InputFault.HEADERS_DISAGREE,
        place,
        "the local header contradicts the central directory",
        expected,
        found);
  }
}
