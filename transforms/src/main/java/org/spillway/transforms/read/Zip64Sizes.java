package org.spillway.transforms.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.ToLongFunction;

/**
 * The sizes and the offset of a record, from its 32-bit fields or, where those are all ones, from
 * its zip64 extra field.
 */
record Zip64Sizes(long bytes, long compressedBytes, long localOffset) {
  private static final int ZIP64_ID = 1;
  private static final int HEADER_BYTES = 4;

  /**
   * Those of a record of the central directory.
   *
   * @throws BadInputException if the extra fields are damaged, or two of them are zip64's, or the
   *     one lacks what is asked of it or contradicts the record; or if the entry is on another disk
   */
  static Zip64Sizes ofDirectory(
      Place place, int bytes, int compressedBytes, int localOffset, short disk, ByteBuffer extra) {
    return of(
        place,
        bytes,
        compressedBytes,
        zip64 -> {
          long wideOffset = widen(localOffset, zip64);
          checkDisk(place, disk == -1 ? zip64.getInt() : Short.toUnsignedInt(disk));
          return wideOffset;
        },
        extra);
  }

  /**
   * Those of a local header, which does not say where it is.
   *
   * @throws BadInputException as {@link #ofDirectory}
   */
  static Zip64Sizes ofLocalHeader(
      Place place, int bytes, int compressedBytes, long localOffset, ByteBuffer extra) {
    return of(place, bytes, compressedBytes, zip64 -> localOffset, extra);
  }

  private static Zip64Sizes of(
      Place place,
      int bytes,
      int compressedBytes,
      ToLongFunction<ByteBuffer> localOffset,
      ByteBuffer extra) {
    ByteBuffer zip64 = find(place, extra);
    Zip64Sizes sizes;
    try {
      sizes =
          new Zip64Sizes(
              widen(bytes, zip64), widen(compressedBytes, zip64), localOffset.applyAsLong(zip64));
    } catch (BufferUnderflowException e) {
      throw corrupt(place, "a zip64 field with the sizes", "none, or one too short");
    }
    if (sizes.bytes < 0 || sizes.compressedBytes < 0 || sizes.localOffset < 0) {
      throw corrupt(place, "sizes of less than 2^63", "larger ones");
    }
    if (!sizes.agreeWithRest(zip64)) {
      throw corrupt(place, "a zip64 field that agrees with the record", "another");
    }
    return sizes;
  }

  private static long widen(int field, ByteBuffer zip64) {
    return field == -1 ? zip64.getLong() : Integer.toUnsignedLong(field);
  }

  private static void checkDisk(Place place, int disk) {
    if (disk != 0) {
      throw new BadInputException(
          InputFault.MULTI_DISK,
          place,
          "the archive is split",
          "disk 1",
          "disk " + (Integer.toUnsignedLong(disk) + 1));
    }
  }

  /**
   * Some readers go by all that a zip64 field has, asked for or not. So what is left of it must be
   * the number of the first disk, or else the whole of it what the record has.
   */
  private boolean agreeWithRest(ByteBuffer zip64) {
    if (zip64.remaining() > Integer.BYTES) {
      zip64.rewind();
      for (long field : new long[] {bytes, compressedBytes, localOffset}) {
        if (zip64.remaining() >= Long.BYTES && zip64.getLong() != field) {
          return false;
        }
      }
    }
    if (zip64.remaining() == Integer.BYTES && zip64.getInt() != 0) {
      return false;
    }
    return !zip64.hasRemaining();
  }

  /** The zip64 field's content; empty if there is none. */
  private static ByteBuffer find(Place place, ByteBuffer extra) {
    ByteBuffer found = null;
    int at = 0;
    while (at < extra.limit()) {
      int start = at + HEADER_BYTES;
      if (start > extra.limit()) {
        throw corrupt(place, "an extra field of at least 4 bytes", (extra.limit() - at) + " bytes");
      }
      int length = Short.toUnsignedInt(extra.getShort(at + 2));
      if (start + length > extra.limit()) {
        throw corrupt(
            place, "an extra field of " + length + " bytes", (extra.limit() - start) + " bytes");
      }
      if (extra.getShort(at) == ZIP64_ID) {
        if (found != null) {
          throw corrupt(place, "one zip64 field", "two");
        }
        found = extra.slice(start, length).order(extra.order());
      }
      at = start + length;
    }
    return found == null ? ByteBuffer.allocate(0) : found;
  }

  private static BadInputException corrupt(Place place, String expected, String found) {
    return new BadInputException(
        InputFault.DIRECTORY_CORRUPT,
        place,
        "the entry's extra fields are damaged",
        expected,
        found);
  }
}
