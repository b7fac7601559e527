package org.spillway.data.generate;

import java.util.Arrays;

/** Which movies of a catalog are rated often: a few by half of the users, most by hardly anyone. */
final class Popularity {
  private static final double AGE_MATTERS = 0.9;
  private static final double LUCK_MATTERS = 1.3;
  private static final double NEWEST_BOOST = 3;

  /** The logarithm of a rank, the most popular movie's being 1, to that of its weight. */
  private static final Curve WEIGHT_OF_LOG_RANK = weightOfLogRank();

  private Popularity() {}

  /**
   * The indexes of a catalog's movies, the most popular first. Early movies tend to lead: they have
   * been there for longest.
   */
  static int[] order(int movies, RandomStream random) {
    double[] keys = new double[movies];
    for (int movie = 0; movie < movies; movie++) {
      double age = StrictMath.log((double) movie / movies + 0.006);
      keys[movie] = AGE_MATTERS * age + LUCK_MATTERS * random.nextNormal();
    }
    return sortedBy(keys);
  }

  /** The logarithm of a movie's weight in the choice of those who know it, by its rank from 1. */
  static double logWeight(int rank) {
    return WEIGHT_OF_LOG_RANK.at(StrictMath.log(rank));
  }

  /**
   * What to multiply a movie's weight by: the later it was added, the more often those who could
   * choose it must have done so to give it its place.
   */
  static double boost(int movie, int movies) {
    double added = Calendar.secondsOf(Calendar.yearAdded((double) movie / movies));
    return Math.min(NEWEST_BOOST, 1 / (1 - Calendar.joinedBefore(added)));
  }

  /** The indexes of {@code keys}, all within ±64, by ascending key. */
  static int[] sortedBy(double[] keys) {
    long[] keysAndIndexes = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keysAndIndexes[i] = ((long) (keys[i] * (1 << 24)) << 32) | i;
    }
    Arrays.sort(keysAndIndexes);
    return Arrays.stream(keysAndIndexes).mapToInt(key -> (int) key).toArray();
  }

  private static Curve weightOfLogRank() {
    // Fitted to the counts per movie of ml-latest-small and of every 50th user of ml-32m.
    double[] rankAndWeight = {
      1, 1, 3, 0.873, 8, 0.53, 15, 0.451, 21, 0.391, 51, 0.26, 101, 0.177, 201, 0.114, 501, 0.0563,
      1001, 0.0274, 2231, 0.00762, 3500, 0.00352, 5578, 0.00148, 8000, 5.87e-4, 11156, 2.8e-4,
      22000, 7e-5, 42000, 1.4e-5, 84432, 1e-6
    };
    return Curve.linear(Arrays.stream(rankAndWeight).map(StrictMath::log).toArray());
  }
}
