package org.spillway.transforms.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks at an archive without a pipeline and without reading its entries: what is in it, and
 * whether the checks of its structure pass.
 */
public final class ArchiveInspector {

  private ArchiveInspector() {}

  /**
   * Inspects the archive at a location on any of Beam's file systems.
   *
   * @throws BadInputException if there is no file, or its file system cannot seek; everything else
   *     that is wrong is among the problems
   * @throws IOException if the file system fails
   */
  public static ArchiveInspection inspect(String location, ArchiveLimits limits)
      throws IOException {
    try (ArchiveFile file = ArchiveFile.open(location)) {
      List<String> problems = new ArrayList<>();
      List<DirectoryRecord> records = readStructure(file, limits, problems);
      EntryLocator locator = new EntryLocator(file.place(), records);
      SortedMap<String, String> csvs = new TreeMap<>();
      for (String csv : records.isEmpty() ? List.<String>of() : EntryLocator.CSVS) {
        try {
          DirectoryRecord record = locator.csv(csv);
          csvs.put(csv, record.name());
          ZipArchive.checkReadable(file.place(), record, limits);
        } catch (BadInputException e) {
          problems.add(e.getMessage());
        }
      }
      return new ArchiveInspection(
          file.fileName(),
          file.size(),
          records.stream().filter(r -> !r.isFolder()).map(ArchiveInspector::entry).toList(),
          csvs,
          (int) records.stream().filter(EntryLocator::isStranger).count(),
          problems.isEmpty() ? checksums(location, limits, problems) : new TreeMap<>(),
          problems);
    }
  }

  private static SortedMap<String, String> checksums(
      String location, ArchiveLimits limits, List<String> problems) throws IOException {
    SortedMap<String, String> checksums = new TreeMap<>();
    try (ZipArchive archive = ZipArchive.open(location, limits)) {
      EntryLocator locator = new EntryLocator(archive.place(), archive.records());
      for (String csv : EntryLocator.CSVS) {
        String md5 = Checksums.md5Of(archive, locator, locator.csv(csv));
        if (md5 != null) {
          checksums.put(csv, md5);
        }
      }
    } catch (BadInputException e) {
      problems.add(e.getMessage());
    }
    return checksums;
  }

  private static List<DirectoryRecord> readStructure(
      ArchiveFile file, ArchiveLimits limits, List<String> problems) throws IOException {
    List<DirectoryRecord> records = List.of();
    try {
      DirectoryEnd end = DirectoryEnd.of(file);
      records = CentralDirectory.read(file, end, limits);
      ZipLayout.check(file, records, end.offset());
    } catch (BadInputException e) {
      problems.add(e.getMessage());
    }
    return records;
  }

  private static ArchiveInspection.Entry entry(DirectoryRecord record) {
    return new ArchiveInspection.Entry(
        record.name(), record.compressedBytes(), record.bytes(), record.crc32(), record.method());
  }
}
