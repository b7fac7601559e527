package org.spillway.data.generate;

/**
 * Turns how much a movie is liked, a real number, into stars, so that the stars come out in given
 * shares.
 */
final class RatingScale {
  private static final int STEPS = 10;

  private final double[] thresholds = new double[STEPS - 1];

  private RatingScale() {}

  /**
   * A scale whose thresholds are quantiles of {@code sorted}, a sample of likings in ascending
   * order.
   *
   * @param shares of 0.5, 1.0, …, 5.0 stars, adding up to about 1; those of 0 are never given
   */
  static RatingScale fitted(double[] sorted, double... shares) {
    RatingScale scale = new RatingScale();
    double total = 0;
    for (double share : shares) {
      total += share;
    }
    double below = 0;
    for (int i = 0; i < STEPS - 1; i++) {
      below += shares[i];
      int position = (int) (below / total * sorted.length);
      scale.thresholds[i] = below == 0 ? Double.NEGATIVE_INFINITY : sorted[position];
    }
    return scale;
  }

  /** The rating in half stars, from 1 to 10. */
  int halfStars(double liking) {
    int halfStars = 1;
    while (halfStars < STEPS && liking >= thresholds[halfStars - 1]) {
      halfStars++;
    }
    return halfStars;
  }
}
