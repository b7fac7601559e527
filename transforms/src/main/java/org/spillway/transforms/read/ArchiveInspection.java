package org.spillway.transforms.read;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@link ArchiveInspector} has found.
 *
 * @param archive the archive's file name, without its folder
 * @param bytes its size
 * @param entries its entries in the order of the central directory, without folders; empty if the
 *     directory cannot be read
 * @param csvs the full names of the entries that would be read, by file name: {@code ratings.csv}
 *     and the like; a file that is not found is absent
 * @param strangers how many entries are none of MovieLens' files
 * @param checksums the MD5s that {@code checksums.txt} gives for those entries, by file name; empty
 *     without a list, or if the archive is not sound
 * @param problems messages of what would make a read fail; empty if the archive looks sound
 */
public record ArchiveInspection(
    String archive,
    long bytes,
    List<Entry> entries,
    SortedMap<String, String> csvs,
    int strangers,
    SortedMap<String, String> checksums,
    List<String> problems) {

  /** Copies the collections. */
  public ArchiveInspection {
    entries = List.copyOf(entries);
    csvs = Collections.unmodifiableSortedMap(new TreeMap<>(csvs));
    checksums = Collections.unmodifiableSortedMap(new TreeMap<>(checksums));
    problems = List.copyOf(problems);
  }

  /** Whether nothing was found that would make a read fail. */
  public boolean isSound() {
    return problems.isEmpty();
  }

  /**
   * An entry, as the central directory has it.
   *
   * @param name the full name, such as {@code ml-32m/ratings.csv}
   * @param compressedBytes its size in the archive
   * @param uncompressedBytes its size once inflated
   * @param crc32 the CRC-32 of the inflated bytes
   * @param method how it is compressed: 0 stored, 8 deflated, others cannot be read
   */
  public record Entry(
      String name, long compressedBytes, long uncompressedBytes, long crc32, int method) {}
}
