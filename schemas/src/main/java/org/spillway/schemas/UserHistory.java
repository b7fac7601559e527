package org.spillway.schemas;

import java.util.Arrays;

/**
 * Every rating of one user, in the order of the file. Histories are whole: a pipeline samples users
 * and never single ratings, because slates and sequences need all that a user did.
 *
 * <p>Immutable; made by {@link UserHistoryBuilder}. A movie can occur twice if the file says so.
 */
public final class UserHistory {
  final int userId;
  final int[] movieIds;
  final byte[] halfStars;

  /** Unsigned: that reaches the year 2105, and a long would take four more bytes a rating. */
  final int[] seconds;

  UserHistory(int userId, int[] movieIds, byte[] halfStars, int[] seconds) {
    this.userId = userId;
    this.movieIds = movieIds;
    this.halfStars = halfStars;
    this.seconds = seconds;
  }

  /** The user, at least 1. */
  public int userId() {
    return userId;
  }

  /** The number of ratings, at least 1. */
  public int size() {
    return movieIds.length;
  }

  /** The movie of rating {@code i}, at least 1. */
  public int movieId(int i) {
    return movieIds[i];
  }

  /** Rating {@code i} in half stars, 1 to 10. */
  public int halfStars(int i) {
    return halfStars[i];
  }

  /** The time of rating {@code i} in seconds since 1970, UTC. */
  public long timestamp(int i) {
    return Integer.toUnsignedLong(seconds[i]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserHistory that
        && userId == that.userId
        && Arrays.equals(movieIds, that.movieIds)
        && Arrays.equals(halfStars, that.halfStars)
        && Arrays.equals(seconds, that.seconds);
  }

  @Override
  public int hashCode() {
    return 31 * userId + Arrays.hashCode(movieIds);
  }

  @Override
  public String toString() {
    return "UserHistory{userId=" + userId + ", size=" + size() + "}";
  }
}
