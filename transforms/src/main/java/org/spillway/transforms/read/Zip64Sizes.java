package org.spillway.transforms.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The sizes and the offset of a record, from its 32-bit fields or, where those are all ones, from
 * its zip64 extra field.
 */
record Zip64Sizes(long bytes, long compressedBytes, long localOffset) {
  private static final int ZIP64_ID = 1;
  private static final int HEADER_BYTES = 4;

  /** Those of a record of the central directory. */
  static Zip64Sizes ofDirectory(
      Place place, int bytes, int compressedBytes, int localOffset, ByteBuffer extra) {
    ByteBuffer zip64 = find(place, extra);
    try {
      Zip64Sizes sizes =
          new Zip64Sizes(
              widen(bytes, zip64), widen(compressedBytes, zip64), widen(localOffset, zip64));
      if (sizes.bytes < 0 || sizes.compressedBytes < 0 || sizes.localOffset < 0) {
        throw corrupt(place, "sizes of less than 2^63", "larger ones");
      }
      return sizes;
    } catch (BufferUnderflowException e) {
      throw corrupt(place, "a zip64 field with the sizes", "none, or one too short");
    }
  }

  /** Those of a local header, which has no offset. */
  static Zip64Sizes ofLocalHeader(Place place, int bytes, int compressedBytes, ByteBuffer extra) {
    return ofDirectory(place, bytes, compressedBytes, 0, extra);
  }

  private static long widen(int field, ByteBuffer zip64) {
    return field == -1 ? zip64.getLong() : Integer.toUnsignedLong(field);
  }

  /** The zip64 field's content; empty if there is none. */
  private static ByteBuffer find(Place place, ByteBuffer extra) {
    int at = 0;
    while (at + HEADER_BYTES <= extra.limit()) {
      int length = Short.toUnsignedInt(extra.getShort(at + 2));
      int start = at + HEADER_BYTES;
      if (start + length > extra.limit()) {
        throw corrupt(
            place, "an extra field of " + length + " bytes", (extra.limit() - start) + " bytes");
      }
      if (extra.getShort(at) == ZIP64_ID) {
        return extra.slice(start, length).order(extra.order());
      }
      at = start + length;
    }
    return ByteBuffer.allocate(0);
  }

  private static BadInputException corrupt(Place place, String expected, String found) {
    return new BadInputException(
        InputFault.DIRECTORY_CORRUPT, place, "the entry's sizes are unreadable", expected, found);
  }
}
