package org.spillway.data.generate;

import java.util.Arrays;

/**
 * How users rate: a generous or strict user, a good or bad movie and much chance add up to a
 * liking, which the scale of the day turns into stars. Likings have a standard deviation of about
 * 1.
 */
final class RatingModel {
  private static final double USER_DEVIATION = 0.46;
  private static final double CHANCE_DEVIATION = 0.80;
  private static final double TYPICAL_HISTORY = 400;
  private static final double PATIENCE = 0.09;
  private static final int FITTED_ON = 1 << 14;

  /** Measured on ml-latest-small's ratings before half stars. */
  private static final double[] WHOLE_STARS = {
    0, 0.0484, 0, 0.1142, 0, 0.3081, 0, 0.3243, 0, 0.205
  };

  /** What makes up ml-32m's shares, given that a quarter of the ratings are whole stars' days. */
  private static final double[] HALF_STARS = {
    0.0236, 0.0231, 0.0223, 0.046, 0.0695, 0.15, 0.1835, 0.24, 0.1345, 0.1105
  };

  private final MovieCatalog catalog;
  private final RatingScale wholeStars;
  private final RatingScale halfStars;

  private double generosity;
  private double moodiness;

  RatingModel(MovieCatalog catalog, long seed) {
    this.catalog = catalog;
    double[] likings = sample(catalog, RandomStream.of(seed, "scale"));
    wholeStars = RatingScale.fitted(likings, WHOLE_STARS);
    halfStars = RatingScale.fitted(likings, HALF_STARS);
  }

  /** From here on the ratings of another user, with that many of them. */
  void user(RandomStream random, int ratings) {
    user(random, StrictMath.log(ratings / TYPICAL_HISTORY));
  }

  private void user(RandomStream random, double logHistory) {
    // Who rates much has seen the bad ones too.
    generosity = USER_DEVIATION * random.nextNormal() - PATIENCE * logHistory;
    moodiness = CHANCE_DEVIATION * (0.7 + 0.6 * random.nextDouble());
  }

  /** The user's rating of a movie, in half stars. */
  int halfStars(int movie, long seconds, long randomBits) {
    RatingScale scale = seconds < Calendar.HALF_STARS_SINCE ? wholeStars : halfStars;
    return scale.halfStars(liking(movie, randomBits));
  }

  private double liking(int movie, long randomBits) {
    return generosity + catalog.appeal(movie) + moodiness * RandomStream.toNormal(randomBits);
  }

  private double[] sample(MovieCatalog catalog, RandomStream random) {
    double[] likings = new double[FITTED_ON];
    for (int i = 0; i < FITTED_ON; i++) {
      user(random, 0.0);
      likings[i] = liking(catalog.choose(random), random.nextLong());
    }
    Arrays.sort(likings);
    return likings;
  }
}
