package org.spillway.data.generate;

import java.nio.file.Path;
import java.util.List;

/**
 * A generated archive, as it was written.
 *
 * @param path where it is
 * @param rootFolder the folder all entries lie in, with a slash at its end
 * @param entries the CSVs, in the order in which they were written
 * @param bytes the size of the zip
 */
public record GeneratedArchive(
    Path path, String rootFolder, List<GeneratedEntry> entries, long bytes) {

  /** Copies the list. */
  public GeneratedArchive {
    entries = List.copyOf(entries);
  }

  /**
   * The CSV of that name, say {@code ratings.csv}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public GeneratedEntry entry(String name) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no entry " + name + " in " + path));
  }
}
