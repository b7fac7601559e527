package org.spillway.schemas;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The account of one entry that was read to its end: every data row is either accepted or rejected.
 *
 * @param archive the archive's file name, without its folder
 * @param entry the entry's full name, such as {@code ml-32m/ratings.csv}
 * @param read the data rows: the header and empty lines at the end are none
 * @param accepted the rows that the pipeline takes
 * @param rejected the rows that it does not; each is a {@link RejectedRow}, up to the number that a
 *     reader lists
 * @param figures further counts by name, such as {@code lines_ending_in_lf}, in the order of names
 */
public record EntryReport(
    String archive,
    String entry,
    long read,
    long accepted,
    long rejected,
    SortedMap<String, Long> figures) {

  /** Copies the map, and refuses an account that does not add up. */
  public EntryReport {
    if (read != accepted + rejected) {
      throw new IllegalArgumentException(
          "rows read must be rows accepted + rejected, but "
              + read
              + " != "
              + accepted
              + " + "
              + rejected
              + " in "
              + entry);
    }
    // Not new TreeMap<>(figures): that would keep the order of a map that has one of its own.
    TreeMap<String, Long> byName = new TreeMap<>();
    byName.putAll(figures);
    figures = Collections.unmodifiableSortedMap(byName);
  }
}
