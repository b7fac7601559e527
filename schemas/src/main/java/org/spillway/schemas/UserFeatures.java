package org.spillway.schemas;

/**
 * What a user's history says of the user (setup spec, section 6).
 *
 * @param userId at least 1
 * @param ratings the number of ratings, at least 1 (column n_ratings)
 * @param halfStarSum the sum of the ratings in half stars
 * @param liked the number of ratings at or over the liked threshold
 * @param firstTimestamp the earliest rating, seconds since 1970, UTC
 * @param lastTimestamp the latest rating, seconds since 1970, UTC
 * @param activeYears the number of UTC calendar years with a rating
 * @param uniquePrimaryGenres the number of distinct primary genres; unknown movies have none
 */
public record UserFeatures(
    int userId,
    int ratings,
    long halfStarSum,
    int liked,
    long firstTimestamp,
    long lastTimestamp,
    int activeYears,
    int uniquePrimaryGenres) {

  /** Mean rating in stars. */
  public double meanRating() {
    return HalfStars.mean(halfStarSum, ratings);
  }

  /** Share of liked ratings, 0 to 1. */
  public double likedRate() {
    return (double) liked / ratings;
  }

  /** Whole days from the first rating to the last, rounded down. */
  public int activitySpanDays() {
    return Timestamps.daysBetween(firstTimestamp, lastTimestamp);
  }
}
