package org.spillway.transforms.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the end of a zip says of its central directory: the end record, or its zip64 form.
 *
 * @param entries how many entries the directory has
 * @param offset where the directory begins
 * @param bytes how long it is; the end records follow it at once
 */
record DirectoryEnd(long entries, long offset, long bytes) {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int END64_BYTES = 56;

  /** The fields before the size itself and the signature are not part of a record's size. */
  private static final int END64_UNCOUNTED_BYTES = 12;

  private static final int MAX_COMMENT = 0xFFFF;
  private static final int MAX_16 = 0xFFFF;
  private static final long MAX_32 = 0xFFFFFFFFL;

  /**
   * Finds and checks the end of the archive.
   *
   * @throws BadInputException if there is none, or two of them could be meant, or it contradicts
   *     itself or the file
   */
  static DirectoryEnd of(ArchiveFile file) throws IOException {
    int tailBytes = (int) Math.min(file.size(), END_BYTES + MAX_COMMENT);
    ByteBuffer tail = file.read(file.size() - tailBytes, tailBytes);
    int at = find(file, tail);
    if (at < 0) {
      throw new BadInputException(
          InputFault.NOT_A_ZIP,
          file.place(),
          "not a zip, or its end is cut off",
          "an end-of-central-directory record",
          file.size() == 0 ? "an empty file" : "none in the last " + tailBytes + " bytes");
    }
    ByteBuffer end = tail.slice(at, tailBytes - at).order(ByteOrder.LITTLE_ENDIAN);
    int comment = Short.toUnsignedInt(end.getShort(20));
    long behind = end.limit() - END_BYTES - (long) comment;
    if (behind != 0) {
      throw new BadInputException(
          behind > 0 ? InputFault.STRAY_BYTES : InputFault.NOT_A_ZIP,
          file.place(),
          behind > 0 ? "data after the zip's last record" : "the zip's comment is cut off",
          "a comment of " + comment + " bytes at the end of the file",
          (end.limit() - END_BYTES) + " bytes");
    }
    return read(file, end, file.size() - end.limit());
  }

  /**
   * Where the end record begins: the one whose comment ends with the file, since a comment may hold
   * the signature; failing that the last one, or -1.
   */
  private static int find(ArchiveFile file, ByteBuffer tail) {
    int last = -1;
    int fitting = -1;
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) != END_SIGNATURE) {
        continue;
      }
      last = Math.max(last, at);
      int comment = Short.toUnsignedInt(tail.getShort(at + END_BYTES - 2));
      if (at + END_BYTES + comment != tail.limit()) {
        continue;
      }
      if (fitting >= 0) {
        throw new BadInputException(
            InputFault.STRAY_BYTES,
            file.place(),
            "the zip ends in two ways, one within the comment of the other",
            "one end record whose comment ends with the file",
            "two, at offsets "
                + (file.size() - tail.limit() + at)
                + " and "
                + (file.size() - tail.limit() + fitting));
      }
      fitting = at;
    }
    return fitting >= 0 ? fitting : last;
  }

  private static DirectoryEnd read(ArchiveFile file, ByteBuffer end, long endOffset)
      throws IOException {
    int disk = Short.toUnsignedInt(end.getShort(4));
    int directoryDisk = Short.toUnsignedInt(end.getShort(6));
    int entriesHere = Short.toUnsignedInt(end.getShort(8));
    int entries = Short.toUnsignedInt(end.getShort(10));
    long bytes = Integer.toUnsignedLong(end.getInt(12));
    long offset = Integer.toUnsignedLong(end.getInt(16));
    long locatorOffset = endOffset - LOCATOR_BYTES;
    ByteBuffer locator = locatorOffset < 0 ? null : file.read(locatorOffset, LOCATOR_BYTES);
    if (locator != null && locator.getInt(0) == LOCATOR_SIGNATURE) {
      DirectoryEnd end64 = readZip64(file, locator, locatorOffset);
      checkSame(file, "as its disk", disk, 0, MAX_16);
      checkSame(file, "as the directory's disk", directoryDisk, 0, MAX_16);
      checkSame(file, "entries on this disk", entriesHere, end64.entries, MAX_16);
      checkSame(file, "entries", entries, end64.entries, MAX_16);
      checkSame(file, "bytes of directory", bytes, end64.bytes, MAX_32);
      checkSame(file, "as the directory's offset", offset, end64.offset, MAX_32);
      return end64;
    }
    if (bytes == MAX_32 || offset == MAX_32) {
      throw corrupt(file, "a zip64 end record, which the end record asks for", "none");
    }
    checkDisks(file, disk, directoryDisk, entriesHere, entries);
    return checked(file, new DirectoryEnd(entries, offset, bytes), endOffset);
  }

  private static DirectoryEnd readZip64(ArchiveFile file, ByteBuffer locator, long locatorOffset)
      throws IOException {
    int disk = locator.getInt(4);
    int disks = locator.getInt(16);
    long offset = locator.getLong(8);
    if (disk != 0 || Integer.compareUnsigned(disks, 1) > 0) {
      throw multiDisk(file, Integer.toUnsignedString(disks) + " disks");
    }
    if (offset < 0 || offset != locatorOffset - END64_BYTES) {
      throw corrupt(
          file,
          "the zip64 end record at offset " + (locatorOffset - END64_BYTES),
          "offset " + Long.toUnsignedString(offset));
    }
    ByteBuffer end = file.read(offset, END64_BYTES);
    if (end.getInt(0) != END64_SIGNATURE || end.getLong(4) != END64_BYTES - END64_UNCOUNTED_BYTES) {
      throw corrupt(file, "a zip64 end record at offset " + offset, "something else");
    }
    long entriesHere = end.getLong(24);
    long entries = end.getLong(32);
    checkDisks(file, end.getInt(16), end.getInt(20), entriesHere, entries);
    return checked(file, new DirectoryEnd(entries, end.getLong(48), end.getLong(40)), offset);
  }

  private static void checkDisks(
      ArchiveFile file, int disk, int directoryDisk, long entriesHere, long entries) {
    if (disk != 0 || directoryDisk != 0) {
      throw multiDisk(file, "disk " + Integer.toUnsignedString(Math.max(disk, directoryDisk) + 1));
    }
    if (entriesHere != entries) {
      throw new BadInputException(
          InputFault.COUNTS_DISAGREE,
          file.place(),
          "the zip's end counts its entries in two ways",
          Long.toUnsignedString(entries) + " entries",
          Long.toUnsignedString(entriesHere) + " on this disk");
    }
  }

  private static DirectoryEnd checked(ArchiveFile file, DirectoryEnd end, long endOffset) {
    if (end.bytes < 0 || end.offset < 0 || end.offset > endOffset - end.bytes) {
      throw new BadInputException(
          InputFault.NOT_A_ZIP,
          file.place(),
          "the central directory lies outside the file: the archive is cut or damaged",
          "a directory that ends at offset " + endOffset,
          Long.toUnsignedString(end.bytes)
              + " bytes at offset "
              + Long.toUnsignedString(end.offset));
    }
    if (end.offset + end.bytes != endOffset) {
      throw new BadInputException(
          InputFault.STRAY_BYTES,
          file.place(),
          "data before the zip's first record or around its central directory",
          "a directory that ends at offset " + endOffset,
          "one that ends at offset " + (end.offset + end.bytes));
    }
    return end;
  }

  /**
   * A field of the end record is either the zip64 record's or says that it is to be found there.
   */
  private static void checkSame(
      ArchiveFile file, String unit, long small, long large, long placeholder) {
    if (small != large && small != placeholder) {
      throw new BadInputException(
          InputFault.COUNTS_DISAGREE,
          file.place(),
          "the zip's two end records disagree",
          large + " " + unit,
          small + " " + unit);
    }
  }

  private static BadInputException multiDisk(ArchiveFile file, String found) {
    return new BadInputException(
        InputFault.MULTI_DISK, file.place(), "the archive is split", "a single file", found);
  }

  private static BadInputException corrupt(ArchiveFile file, String expected, String found) {
    return new BadInputException(
        InputFault.DIRECTORY_CORRUPT, file.place(), "the zip's end is damaged", expected, found);
  }
}
