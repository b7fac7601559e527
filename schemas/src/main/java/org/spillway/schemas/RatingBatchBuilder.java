package org.spillway.schemas;

import java.util.Arrays;

/** Fills a {@link RatingBatch} row by row. Not for use by several threads at once. */
public final class RatingBatchBuilder {
  private final long position;
  private int[] userIds;
  private int[] movieIds;
  private byte[] halfStars;
  private int[] seconds;
  private int size;

  /**
   * Starts an empty batch.
   *
   * @param position the place in the file of the first row, from 0
   * @param expectedRows room to begin with; more rows than that are accepted
   */
  public RatingBatchBuilder(long position, int expectedRows) {
    this.position = position;
    userIds = new int[expectedRows];
    movieIds = new int[expectedRows];
    halfStars = new byte[expectedRows];
    seconds = new int[expectedRows];
  }

  /** The rows added so far. */
  public int size() {
    return size;
  }

  /**
   * Adds a row. The caller has checked the values; see {@link RatingBatch} for their ranges.
   *
   * @param timestamp seconds since 1970, UTC
   */
  public void add(int userId, int movieId, int halfStarCount, long timestamp) {
    if (size == userIds.length) {
      grow();
    }
    userIds[size] = userId;
    movieIds[size] = movieId;
    halfStars[size] = (byte) halfStarCount;
    seconds[size] = (int) timestamp;
    size++;
  }

  /** The batch; the builder is not used afterwards. */
  public RatingBatch build() {
    boolean full = size == userIds.length;
    return new RatingBatch(
        position,
        full ? userIds : Arrays.copyOf(userIds, size),
        full ? movieIds : Arrays.copyOf(movieIds, size),
        full ? halfStars : Arrays.copyOf(halfStars, size),
        full ? seconds : Arrays.copyOf(seconds, size));
  }

  private void grow() {
    int capacity = Math.max(64, userIds.length * 2);
    userIds = Arrays.copyOf(userIds, capacity);
    movieIds = Arrays.copyOf(movieIds, capacity);
    halfStars = Arrays.copyOf(halfStars, capacity);
    seconds = Arrays.copyOf(seconds, capacity);
  }
}
