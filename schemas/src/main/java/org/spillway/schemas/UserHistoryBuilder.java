package org.spillway.schemas;

import java.util.Arrays;

/** Fills a {@link UserHistory} rating by rating, in the order of the file. */
public final class UserHistoryBuilder {
  private final int userId;
  private int[] movieIds;
  private byte[] halfStars;
  private int[] seconds;
  private int size;

  /**
   * Starts an empty history.
   *
   * @param expectedRatings room to begin with; more ratings than that are accepted
   */
  public UserHistoryBuilder(int userId, int expectedRatings) {
    this.userId = userId;
    movieIds = new int[expectedRatings];
    halfStars = new byte[expectedRatings];
    seconds = new int[expectedRatings];
  }

  /**
   * Adds a rating.
   *
   * @param timestamp seconds since 1970, UTC
   */
  public UserHistoryBuilder add(int movieId, int halfStarCount, long timestamp) {
    if (size == movieIds.length) {
      int capacity = Math.max(16, size * 2);
      movieIds = Arrays.copyOf(movieIds, capacity);
      halfStars = Arrays.copyOf(halfStars, capacity);
      seconds = Arrays.copyOf(seconds, capacity);
    }
    movieIds[size] = movieId;
    halfStars[size] = (byte) halfStarCount;
    seconds[size] = (int) timestamp;
    size++;
    return this;
  }

  /** The history; the builder is not used afterwards. */
  public UserHistory build() {
    boolean full = size == movieIds.length;
    return new UserHistory(
        userId,
        full ? movieIds : Arrays.copyOf(movieIds, size),
        full ? halfStars : Arrays.copyOf(halfStars, size),
        full ? seconds : Arrays.copyOf(seconds, size));
  }
}
