package org.spillway.transforms.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a zip's central directory, and refuses what does not add up.
 *
 * <p>Libraries read as much as they can of an archive, and hide the raw fields that the checks
 * need: commons-compress neither compares counts, disks and sizes with the end record nor local
 * headers with the directory, accepts a name twice, and holds a directory of any size. So the
 * records are read here, and tests compare the outcome with that library on what others write.
 */
final class CentralDirectory {
  private static final int SIGNATURE = 0x02014b50;
  private static final int FIXED_BYTES = 46;

  private CentralDirectory() {}

  /**
   * The records in the directory's order.
   *
   * @throws BadInputException if the directory is damaged, has a name twice, an unsafe name, or
   *     more of anything than the limits allow
   */
  static List<DirectoryRecord> read(ArchiveFile file, DirectoryEnd end, ArchiveLimits limits)
      throws IOException {
    if (end.bytes() > limits.maxDirectoryBytes()) {
      throw tooLarge(
          InputFault.DIRECTORY_TOO_LARGE,
          file.place(),
          "the central directory",
          limits.maxDirectoryBytes(),
          end.bytes());
    }
    ByteBuffer directory = file.read(end.offset(), (int) end.bytes());
    List<DirectoryRecord> records = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long total = 0;
    while (directory.hasRemaining()) {
      DirectoryRecord record = readRecord(file, directory);
      if (!names.add(record.name())) {
        throw new BadInputException(
            InputFault.DUPLICATE_NAME,
            file.place().entry(record.name()),
            "the name occurs twice",
            "every name once",
            "it again at record " + (records.size() + 1));
      }
      records.add(record);
      total += record.bytes();
      if (total < 0 || total > limits.maxTotalBytes()) {
        throw tooLarge(
            InputFault.TOO_LARGE, file.place(), "the archive", limits.maxTotalBytes(), total);
      }
    }
    if (records.size() != end.entries()) {
      throw new BadInputException(
          InputFault.COUNTS_DISAGREE,
          file.place(),
          "the central directory has another number of entries than the zip's end says",
          Long.toUnsignedString(end.entries()) + " entries",
          String.valueOf(records.size()));
    }
    return records;
  }

  static BadInputException tooLarge(
      InputFault fault, Place place, String what, long cap, long bytes) {
    return new BadInputException(
        fault,
        place,
        what + " is too large",
        "at most " + cap + " bytes",
        Long.toUnsignedString(bytes));
  }

  private static DirectoryRecord readRecord(ArchiveFile file, ByteBuffer directory) {
    int start = directory.position();
    if (directory.remaining() < FIXED_BYTES || directory.getInt(start) != SIGNATURE) {
      throw corrupt(file, "a record at byte " + start + " of the directory", "something else");
    }
    int nameBytes = Short.toUnsignedInt(directory.getShort(start + 28));
    int extraBytes = Short.toUnsignedInt(directory.getShort(start + 30));
    int commentBytes = Short.toUnsignedInt(directory.getShort(start + 32));
    int recordBytes = FIXED_BYTES + nameBytes + extraBytes + commentBytes;
    if (directory.remaining() < recordBytes) {
      throw corrupt(
          file, "a record of " + recordBytes + " bytes", directory.remaining() + " bytes");
    }
    byte[] rawName = new byte[nameBytes];
    directory.get(start + FIXED_BYTES, rawName);
    String name = EntryName.decode(file.place(), rawName);
    Place place = file.place().entry(name);
    ByteBuffer extra =
        directory.slice(start + FIXED_BYTES + nameBytes, extraBytes).order(directory.order());
    Zip64Sizes sizes =
        Zip64Sizes.ofDirectory(
            place,
            directory.getInt(start + 24),
            directory.getInt(start + 20),
            directory.getInt(start + 42),
            directory.getShort(start + 34),
            extra);
    directory.position(start + recordBytes);
    return new DirectoryRecord(
        name,
        Short.toUnsignedInt(directory.getShort(start + 8)),
        Short.toUnsignedInt(directory.getShort(start + 10)),
        Integer.toUnsignedLong(directory.getInt(start + 16)),
        sizes.compressedBytes(),
        sizes.bytes(),
        sizes.localOffset());
  }

  private static BadInputException corrupt(ArchiveFile file, String expected, String found) {
    return new BadInputException(
        InputFault.DIRECTORY_CORRUPT,
        file.place(),
        "the central directory is damaged",
        expected,
        found);
  }
}
