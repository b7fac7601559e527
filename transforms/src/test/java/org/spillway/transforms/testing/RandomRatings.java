package org.spillway.transforms.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchBuilder;
import org.spillway.schemas.UserHistory;
import org.spillway.schemas.UserHistoryBuilder;

/**
 * The rows of a made-up ratings file, in no order and with repeated (user, movie) pairs: what the
 * transforms are compared on with slow and obvious code.
 */
public record RandomRatings(List<Rating> rows) {

  /** A row of the file; the time is in seconds since 1970, UTC. */
  public record Rating(int userId, int movieId, int halfStars, long seconds) {}

  /** Copies the list. */
  public RandomRatings {
    rows = List.copyOf(rows);
  }

  /** That many rows of users and movies 1 to so many; the same for the same seed. */
  public static RandomRatings of(long seed, int rows, int users, int movies) {
    Random random = new Random(seed);
    List<Rating> ratings = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      ratings.add(
          new Rating(
              1 + random.nextInt(users),
              1 + random.nextInt(movies),
              HalfStars.MIN + random.nextInt(HalfStars.MAX),
              800_000_000 + random.nextInt(900_000_000)));
    }
    return new RandomRatings(ratings);
  }

  /** The rows in batches of a size, in the order of the file. */
  public List<RatingBatch> batches(int size) {
    List<RatingBatch> batches = new ArrayList<>();
    for (int start = 0; start < rows.size(); start += size) {
      RatingBatchBuilder batch = new RatingBatchBuilder(start, size);
      for (Rating row : rows.subList(start, Math.min(start + size, rows.size()))) {
        batch.add(row.userId(), row.movieId(), row.halfStars(), row.seconds());
      }
      batches.add(batch.build());
    }
    return batches;
  }

  /** The users' histories by ascending user, each in the order of the file. */
  public List<UserHistory> histories() {
    Map<Integer, UserHistoryBuilder> histories = new TreeMap<>();
    for (Rating row : rows) {
      histories
          .computeIfAbsent(row.userId(), userId -> new UserHistoryBuilder(userId, 0))
          .add(row.movieId(), row.halfStars(), row.seconds());
    }
    return histories.values().stream().map(UserHistoryBuilder::build).toList();
  }
}
