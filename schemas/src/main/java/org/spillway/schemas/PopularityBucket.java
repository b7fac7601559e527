package org.spillway.schemas;

import java.util.Locale;

/** A fifth of the rated movies, by their number of sampled ratings (setup spec, section 7). */
public enum PopularityBucket {
  /** The fifth with the fewest ratings. */
  VERY_LOW(1),
  /** The second fifth. */
  LOW(2),
  /** The middle fifth. */
  MEDIUM(3),
  /** The fourth fifth. */
  HIGH(4),
  /** The fifth with the most ratings. */
  VERY_HIGH(5);

  private static final PopularityBucket[] BY_NUMBER = values();

  private final int number;
  private final String label = name().toLowerCase(Locale.ROOT);

  PopularityBucket(int number) {
    this.number = number;
  }

  /** The name in tables and files: {@code very_low} to {@code very_high}. */
  public String label() {
    return label;
  }

  /**
   * The bucket of a rank: the smallest k in 1…5 with 5·(rank−1) ≤ (count−1)·k. In integers, so that
   * no rounding decides.
   *
   * @param rank from 1, by ascending number of ratings
   * @param count the number of ranked movies
   * @throws IllegalArgumentException if the rank is not from 1 to {@code count}
   */
  public static PopularityBucket ofRank(long rank, long count) {
    if (rank < 1 || rank > count) {
      throw new IllegalArgumentException("rank must be from 1 to " + count + ", but was: " + rank);
    }
    int k = 1;
    while (5 * (rank - 1) > (count - 1) * k) {
      k++;
    }
    return ofNumber(k);
  }

  /** From 1, the fewest ratings, to 5, the most. */
  int number() {
    return number;
  }

  static PopularityBucket ofNumber(int number) {
    return BY_NUMBER[number - 1];
  }
}
