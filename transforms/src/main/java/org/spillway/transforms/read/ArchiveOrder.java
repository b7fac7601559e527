package org.spillway.transforms.read;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * The archives of one data set that was cut by user, in the order in which their rows make the
 * whole: "the order of the file" goes through the first archive, then through the second.
 *
 * <p>A position in the whole, as batches bear it, is an archive's place times 2<sup>40</sup> plus
 * the number of the row in its file. Where there is only one archive, or no order is known, it is
 * the number of the row.
 *
 * @param locations as the reads get them; empty if no order is known
 */
public record ArchiveOrder(List<String> locations) implements Serializable {
  private static final int ROW_BITS = 40;
  private static final int MAX_ARCHIVES = 1 << 20;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a location is there twice, or they are over 1,048,576
   */
  public ArchiveOrder {
    locations = List.copyOf(locations);
    if (locations.size() > MAX_ARCHIVES) {
      throw new IllegalArgumentException(
          "archives must be at most " + MAX_ARCHIVES + ", but were: " + locations.size());
    }
    HashSet<String> seen = new HashSet<>();
    for (String location : locations) {
      if (!seen.add(location)) {
        throw new IllegalArgumentException(
            "each archive must be given once, but this one is twice: " + location);
      }
    }
  }

  /** No order: each archive is a whole of its own. */
  public static ArchiveOrder none() {
    return new ArchiveOrder(List.of());
  }

  /** Whether there are several parts of one whole. */
  public boolean hasSeveral() {
    return locations.size() > 1;
  }

  boolean isFirst(String location) {
    return location.equals(locations.get(0));
  }

  /**
   * The place of an archive among the others, from 0.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  int placeOf(String location) {
    if (!hasSeveral()) {
      return 0;
    }
    int place = locations.indexOf(location);
    if (place < 0) {
      throw new IllegalArgumentException(
          "the archives to read must be among those of the order, but this is not: " + location);
    }
    return place;
  }

  /** The position of an archive's first row. */
  long begin(String location) {
    return (long) placeOf(location) << ROW_BITS;
  }

  /** The place of the archive that a position lies in. */
  static int placeAt(long position) {
    return (int) (position >>> ROW_BITS);
  }

  /** The number of the row at a position in its archive's file. */
  static long rowAt(long position) {
    return position & (1L << ROW_BITS) - 1;
  }
}
