package org.spillway.transforms.slates;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserHistory;

/**
 * Which of a user's movies go on the seed slate (setup spec, section 9): of the {@code
 * recentPoolSize} latest ratings the {@code slateSize} best.
 */
record SlateRules(int recentPoolSize, int slateSize, int likedThreshold) implements Serializable {

  /** The slate of a user, or nothing if the history is too short for a complete one. */
  Optional<SeedSlate> slateOf(EnrichedHistory enriched) {
    UserHistory history = enriched.history();
    int[] pool = latest(history);
    if (pool.length < slateSize) {
      return Optional.empty();
    }
    List<SlateItem> items = new ArrayList<>(slateSize);
    for (int i : best(history, pool)) {
      int halfStars = history.halfStars(i);
      items.add(
          new SlateItem(
              history.movieId(i),
              enriched.movie(i),
              halfStars,
              halfStars >= likedThreshold,
              history.timestamp(i)));
    }
    return Optional.of(new SeedSlate(history.userId(), items));
  }

  /** Indexes of the latest ratings: time descending, then file order. */
  private int[] latest(UserHistory history) {
    long[] keys = new long[history.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (Timestamps.MAX - history.timestamp(i)) << 31 | i;
    }
    Arrays.sort(keys);
    int[] pool = new int[Math.min(recentPoolSize, keys.length)];
    for (int rank = 0; rank < pool.length; rank++) {
      pool[rank] = (int) (keys[rank] & Integer.MAX_VALUE);
    }
    return pool;
  }

  /** Indexes of the best of the pool: rating descending, then the pool's own order. */
  private int[] best(UserHistory history, int[] pool) {
    long[] keys = new long[pool.length];
    for (int rank = 0; rank < keys.length; rank++) {
      keys[rank] = (long) (HalfStars.MAX - history.halfStars(pool[rank])) << 32 | rank;
    }
    Arrays.sort(keys);
    int[] slate = new int[slateSize];
    for (int position = 0; position < slateSize; position++) {
      slate[position] = pool[(int) keys[position]];
    }
    return slate;
  }
}
