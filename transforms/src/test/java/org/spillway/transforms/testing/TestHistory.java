package org.spillway.transforms.testing;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.Movie;
import org.spillway.schemas.UserHistory;
import org.spillway.schemas.UserHistoryBuilder;

/** Writes down a user's history for a test: stars and UTC times as people write them. */
public final class TestHistory {
  private final UserHistoryBuilder ratings;

  private TestHistory(UserHistoryBuilder ratings) {
    this.ratings = ratings;
  }

  /** Begins the history of a user. */
  public static TestHistory of(int userId) {
    return new TestHistory(new UserHistoryBuilder(userId, 0));
  }

  /** Adds a rating at a UTC time such as {@code 2001-02-03T04:05:06}. */
  public TestHistory rated(int movieId, double stars, String time) {
    return rated(movieId, stars, seconds(time));
  }

  /** Adds a rating at a time in seconds since 1970, UTC. */
  public TestHistory rated(int movieId, double stars, long seconds) {
    ratings.add(movieId, HalfStars.fromStars(stars), seconds);
    return this;
  }

  /** The history. */
  public UserHistory build() {
    return ratings.build();
  }

  /** The history, joined to a catalog of these movies. */
  public EnrichedHistory with(Movie... catalog) {
    return EnrichedHistory.join(build(), Catalog.of(List.of(catalog)));
  }

  /** Seconds since 1970 of a UTC time such as {@code 2001-02-03T04:05:06}. */
  public static long seconds(String time) {
    return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
  }
}
