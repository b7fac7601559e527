package org.spillway.transforms.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shards of a published file: which id goes where, in what order, and what they are called. */
final class Shards {
  private static final String EXTENSION = ".parquet";

  private Shards() {}

  /**
   * The shard of an id, from 0. Ids are mixed first (the finalizer of MurmurHash3), because sampled
   * ids have a divisor in common, which would leave most shards empty.
   */
  static int of(int id, int shards) {
    int mixed = id;
    mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return Math.floorMod(mixed ^ (mixed >>> 16), shards);
  }

  /**
   * The path of a shard: {@code x.parquet}, or {@code x-00000-of-00008.parquet} if it has others.
   */
  static String path(String path, int shard, int shards) {
    if (shards == 1) {
      return path;
    }
    String stem = path.substring(0, path.length() - EXTENSION.length());
    return String.format(Locale.ROOT, "%s-%05d-of-%05d%s", stem, shard, shards, EXTENSION);
  }

  /** Refuses a path that is not a Parquet file's. */
  static String checkedPath(String path) {
    if (!path.endsWith(EXTENSION)) {
      throw new IllegalArgumentException("path must end in " + EXTENSION + ", but was: " + path);
    }
    return Staging.checkedPath(path);
  }

  /**
   * The elements of a group by ascending key. The group is read once, as Flink asks.
   *
   * @throws IllegalStateException if two elements have one key: their order would be by chance
   */
  static <T> List<T> inOrder(Iterable<@Nullable T> group, GroupByShard.IdOf<? super T> key) {
    List<T> elements = new ArrayList<>();
    for (@Nullable T element : group) {
      if (element != null) {
        elements.add(element);
      }
    }
    elements.sort(Comparator.comparingInt(key::of));
    for (int i = 1; i < elements.size(); i++) {
      if (key.of(elements.get(i - 1)) == key.of(elements.get(i))) {
        throw new IllegalStateException(
            "each id must occur once in what is written, but "
                + key.of(elements.get(i))
                + " occurs twice");
      }
    }
    return elements;
  }
}
