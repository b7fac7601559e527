package org.spillway.data.generate;

/**
 * Divides a total among many so that a few get much and most get little, as ratings among users or
 * tags among taggers.
 */
final class LongTail {
  private LongTail() {}

  /**
   * How much each of {@code parts} gets: quantiles of {@code curve} at even steps, in shuffled
   * order, stretched above {@code min} so that they add up to exactly {@code total}.
   *
   * @param min what each gets at least
   * @param max what each gets at most; {@code total} must lie between {@code parts * min} and
   *     {@code parts * max}
   */
  static int[] divide(Curve curve, int parts, long total, int min, int max, RandomStream random) {
    double[] excess = new double[parts];
    for (int i = 0; i < parts; i++) {
      excess[i] = Math.max(0, curve.at((i + 0.5) / parts) - min);
    }
    double low = 0;
    double high = total;
    for (int step = 0; step < 64; step++) {
      double stretch = (low + high) / 2;
      if (sum(excess, stretch, min, max) > total) {
        high = stretch;
      } else {
        low = stretch;
      }
    }
    int[] shares = new int[parts];
    long left = total;
    for (int i = 0; i < parts; i++) {
      shares[i] = share(excess[i], low, min, max);
      left -= shares[i];
    }
    handOut(left, shares, max);
    random.shuffle(shares);
    return shares;
  }

  /** Gives what rounding has left to the larger shares, one each, round after round. */
  private static void handOut(long left, int[] shares, int max) {
    while (left > 0) {
      for (int i = shares.length - 1; i >= 0 && left > 0; i--) {
        if (shares[i] < max) {
          shares[i]++;
          left--;
        }
      }
    }
  }

  private static long sum(double[] excess, double stretch, int min, int max) {
    long sum = 0;
    for (double each : excess) {
      sum += share(each, stretch, min, max);
    }
    return sum;
  }

  private static int share(double excess, double stretch, int min, int max) {
    return (int) Math.min(max, min + excess * stretch);
  }
}
