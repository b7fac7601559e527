package org.spillway.transforms.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A zip whose structure has been verified: its end, its central directory, and every local header
 * against it. Entries are opened by name, one at a time.
 *
 * <p>Its own memory is the central directory's, which has a cap.
 */
final class ZipArchive implements Closeable {
  /** Deflate's shortest code for its longest run: 258 bytes for two bits. */
  private static final int MOST_FROM_ONE_BYTE = 1032;

  private final ArchiveFile file;
  private final ArchiveLimits limits;
  private final List<DirectoryRecord> records;
  private final long directoryOffset;

  private ZipArchive(
      ArchiveFile file, ArchiveLimits limits, List<DirectoryRecord> records, long directoryOffset) {
    this.file = file;
    this.limits = limits;
    this.records = records;
    this.directoryOffset = directoryOffset;
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
      ZipLayout.check(file, records, end.offset());
      return new ZipArchive(file, limits, records, end.offset());
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
   * @throws BadInputException if the entry is encrypted, or not stored or deflated, or over its
   *     cap, or of a size that its compressed data cannot have
   */
  EntryStream open(DirectoryRecord record) throws IOException {
    checkReadable(place(), record, limits);
    file.seek(LocalHeader.check(file, record, directoryOffset));
    return new EntryStream(file, record, limits.maxRatio());
  }

  /** Throws unless the entry's data is of a kind, and of a size, that is read. */
  static void checkReadable(Place archive, DirectoryRecord record, ArchiveLimits limits) {
    Place place = archive.entry(record.name());
    if (record.isEncrypted()) {
      throw encrypted(place);
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
      throw CentralDirectory.tooLarge(
          InputFault.TOO_LARGE, place, "the entry", limits.maxEntryBytes(), record.bytes());
    }
    checkPossible(place, record);
  }

  /** Others than these sizes need not be read to be refused. */
  private static void checkPossible(Place place, DirectoryRecord record) {
    boolean isStored = record.method() == DirectoryRecord.STORED;
    boolean isPossible =
        isStored
            ? record.bytes() == record.compressedBytes()
            : record.bytes() / MOST_FROM_ONE_BYTE <= record.compressedBytes();
    if (!isPossible) {
      throw new BadInputException(
          InputFault.SIZE_MISMATCH,
          place,
          "the directory's sizes of the entry are impossible",
          isStored
              ? record.compressedBytes() + " bytes, as many as are stored"
              : "at most "
                  + MOST_FROM_ONE_BYTE
                  + " bytes for each of "
                  + record.compressedBytes()
                  + " compressed ones",
          String.valueOf(record.bytes()));
    }
  }

  static BadInputException encrypted(Place place) {
    return new BadInputException(
        InputFault.ENCRYPTED, place, "the entry is encrypted", "a plain entry", "an encrypted one");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
