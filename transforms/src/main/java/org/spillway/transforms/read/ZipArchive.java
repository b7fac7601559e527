package org.spillway.transforms.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A zip whose structure has been verified: its end, its central directory, and every local header
 * against it. Entries are opened by name, one at a time.
 *
 * <p>Its own memory is the central directory's, which has a cap.
 */
final class ZipArchive implements Closeable {
  private final ArchiveFile file;
  private final ArchiveLimits limits;
  private final List<DirectoryRecord> records;
  private final Map<DirectoryRecord, Long> dataOffsets;

  private ZipArchive(
      ArchiveFile file,
      ArchiveLimits limits,
      List<DirectoryRecord> records,
      Map<DirectoryRecord, Long> dataOffsets) {
    this.file = file;
    this.limits = limits;
    this.records = records;
    this.dataOffsets = dataOffsets;
  }

  /**
   * Opens and verifies the archive at a location.
   *
   * @throws BadInputException if it is not a zip that can be trusted
   */
  static ZipArchive open(String location, ArchiveLimits limits) throws IOException {
    ArchiveFile file = ArchiveFile.open(location);
    try {
      DirectoryEnd end = DirectoryEnd.of(file);
      List<DirectoryRecord> records = CentralDirectory.read(file, end, limits);
      return new ZipArchive(file, limits, records, ZipLayout.check(file, records, end.offset()));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  Place place() {
    return file.place();
  }

  /** The file's name without its folder. */
  String fileName() {
    return file.fileName();
  }

  /** All entries, folders and strangers too, in the directory's order. */
  List<DirectoryRecord> records() {
    return records;
  }

  /**
   * Opens an entry. The archive is used by one open entry at a time.
   *
   * @throws BadInputException if the entry is encrypted, or not stored or deflated, or over its cap
   */
  EntryStream open(DirectoryRecord record) throws IOException {
    checkReadable(place(), record, limits);
    file.seek(dataOffsets.get(record));
    return new EntryStream(file, record, limits.maxRatio());
  }

  /** Throws unless the entry's data is of a kind, and of a size, that is read. */
  static void checkReadable(Place archive, DirectoryRecord record, ArchiveLimits limits) {
    Place place = archive.entry(record.name());
    if (record.isEncrypted()) {
      throw new BadInputException(
          InputFault.ENCRYPTED,
          place,
          "the entry is encrypted",
          "a plain entry",
          "an encrypted one");
    }
    if (record.method() != DirectoryRecord.STORED && record.method() != DirectoryRecord.DEFLATED) {
      throw new BadInputException(
          InputFault.METHOD,
          place,
          "the entry's compression is not supported",
          "method 0 (stored) or 8 (deflated)",
          "method " + record.method());
    }
    if (record.bytes() > limits.maxEntryBytes()) {
      throw CentralDirectory.tooLarge(place, "the entry", limits.maxEntryBytes(), record.bytes());
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
