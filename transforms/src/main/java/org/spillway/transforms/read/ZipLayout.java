package org.spillway.transforms.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks that an archive's entries fill it from its first byte to its central directory, one after
 * the other, without overlaps and without anything between them.
 */
final class ZipLayout {
  private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
  private static final int LONGEST_DESCRIPTOR = 24;

  private ZipLayout() {}

  /**
   * Checks every entry's local header, place and data descriptor.
   *
   * @param directoryOffset where the central directory begins
   */
  static void check(ArchiveFile file, List<DirectoryRecord> records, long directoryOffset)
      throws IOException {
    List<DirectoryRecord> inOrder = new ArrayList<>(records);
    inOrder.sort(Comparator.comparingLong(DirectoryRecord::localOffset));
    long first = inOrder.isEmpty() ? directoryOffset : inOrder.get(0).localOffset();
    if (first != 0) {
      throw stray(file.place(), "data before the zip's first record", "offset 0", first);
    }
    for (int i = 0; i < inOrder.size(); i++) {
      DirectoryRecord record = inOrder.get(i);
      boolean isLast = i == inOrder.size() - 1;
      long next = isLast ? directoryOffset : inOrder.get(i + 1).localOffset();
      long dataOffset = LocalHeader.check(file, record, directoryOffset);
      Place place = file.place().entry(record.name());
      long behind = next - dataOffset - record.compressedBytes();
      if (dataOffset > next || behind < 0) {
        throw new BadInputException(
            InputFault.OVERLAP,
            place,
            "the entry overlaps what follows it",
            "its end at or before offset " + next,
            Long.toUnsignedString(dataOffset + record.compressedBytes()));
      }
      if (record.hasDescriptor()) {
        checkDescriptor(file, record, next - behind, behind);
      } else if (behind != 0) {
        throw stray(place, "data behind the entry", "the next record", behind);
      }
    }
  }

  /** Four layouts occur: with a signature or without, with sizes of 32 bits or of 64. */
  private static void checkDescriptor(
      ArchiveFile file, DirectoryRecord record, long offset, long length) throws IOException {
    Place place = file.place().entry(record.name());
    if (length == 0) {
      throw LocalHeader.disagree(place, "a data descriptor, which its flags announce", "none");
    }
    if (length > LONGEST_DESCRIPTOR || length < 12 || length % 4 != 0) {
      throw stray(place, "data behind the entry", "a data descriptor of 12 to 24 bytes", length);
    }
    ByteBuffer descriptor = file.read(offset, (int) length);
    boolean isSigned = length == 16 || length == LONGEST_DESCRIPTOR;
    boolean isWide = length >= 20;
    boolean agrees =
        (!isSigned || descriptor.getInt() == DESCRIPTOR_SIGNATURE)
            && Integer.toUnsignedLong(descriptor.getInt()) == record.crc32()
            && size(descriptor, isWide) == record.compressedBytes()
            && size(descriptor, isWide) == record.bytes();
    if (!agrees) {
      throw LocalHeader.disagree(
          place, "a data descriptor with the directory's CRC-32 and sizes", "another");
    }
  }

  private static long size(ByteBuffer descriptor, boolean isWide) {
    return isWide ? descriptor.getLong() : Integer.toUnsignedLong(descriptor.getInt());
  }

  private static BadInputException stray(Place place, String what, String expected, long bytes) {
    return new BadInputException(
        InputFault.STRAY_BYTES, place, what, expected, bytes + " bytes before it");
  }
}
