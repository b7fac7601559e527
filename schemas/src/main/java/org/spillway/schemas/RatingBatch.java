package org.spillway.schemas;

import java.util.Arrays;

/**
 * Consecutive ratings of one file, as columns: 13 bytes a rating. It is the unit in which ratings
 * travel, because on every runner an element has a price whatever it holds.
 *
 * <p>A batch bears its {@link #position()} in the file: rows of a batch with a smaller position
 * come before the rows of one with a larger position, and within a batch in the order of their
 * index. That order survives any shuffle. A batch that was filtered keeps the position of the batch
 * that it was cut from.
 *
 * <p>Immutable; made by {@link RatingBatchBuilder}.
 */
public final class RatingBatch {

  /** How many rows a reader puts into a batch at the most. */
  public static final int MAX_ROWS = 65_536;

  final long position;
  final int[] userIds;
  final int[] movieIds;
  final byte[] halfStars;

  /** Unsigned: that reaches the year 2105, and a long would take four more bytes a rating. */
  final int[] seconds;

  RatingBatch(long position, int[] userIds, int[] movieIds, byte[] halfStars, int[] seconds) {
    this.position = position;
    this.userIds = userIds;
    this.movieIds = movieIds;
    this.halfStars = halfStars;
    this.seconds = seconds;
  }

  /**
   * The place of the first row: its number among the data rows of the file, from 0. In a whole that
   * several files make, the places of each file come after those of the file before it, with gaps.
   */
  public long position() {
    return position;
  }

  /**
   * The same rows so many rows further on, as when other files come before this one. The columns
   * are shared, not copied.
   */
  public RatingBatch movedBy(long rows) {
    return rows == 0
        ? this
        : new RatingBatch(position + rows, userIds, movieIds, halfStars, seconds);
  }

  /** The number of ratings; never 0 in what a reader emits. */
  public int size() {
    return userIds.length;
  }

  /** The user of row {@code i}, at least 1. */
  public int userId(int i) {
    return userIds[i];
  }

  /** The movie of row {@code i}, at least 1. */
  public int movieId(int i) {
    return movieIds[i];
  }

  /** The rating of row {@code i} in half stars, 1 to 10. */
  public int halfStars(int i) {
    return halfStars[i];
  }

  /** The time of row {@code i} in seconds since 1970, UTC. */
  public long timestamp(int i) {
    return Integer.toUnsignedLong(seconds[i]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RatingBatch that
        && position == that.position
        && Arrays.equals(userIds, that.userIds)
        && Arrays.equals(movieIds, that.movieIds)
        && Arrays.equals(halfStars, that.halfStars)
        && Arrays.equals(seconds, that.seconds);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(position) + Arrays.hashCode(movieIds);
  }

  @Override
  public String toString() {
    return "RatingBatch{position=" + position + ", size=" + size() + "}";
  }
}
