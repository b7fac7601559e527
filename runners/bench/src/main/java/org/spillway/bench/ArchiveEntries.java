package org.spillway.bench;

import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The entries of a MovieLens archive as {@code java.util.zip} finds them. */
final class ArchiveEntries {

  private ArchiveEntries() {}

  /** All entries but the folders. */
  static List<ZipEntry> files(ZipFile zip) {
    return zip.stream()
        .filter(entry -> !entry.isDirectory())
        .<ZipEntry>map(entry -> entry)
        .toList();
  }

  /**
   * The entry of a CSV.
   *
   * @param csv its name without folder and ending, such as {@code ratings}
   * @throws IllegalArgumentException if there is none
   */
  static ZipEntry csv(ZipFile zip, String csv) {
    String name = csv + ".csv";
    return files(zip).stream()
        .filter(entry -> entry.getName().equals(name) || entry.getName().endsWith("/" + name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("expected " + name + " in " + zip.getName()));
  }
}
