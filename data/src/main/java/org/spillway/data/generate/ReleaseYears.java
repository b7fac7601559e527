package org.spillway.data.generate;

/**
 * The years in which movies came out: old ones too, but none later than it got into the catalog.
 */
final class ReleaseYears {
  /** Quantiles of ml-32m's release years. */
  private static final Curve YEARS =
      Curve.linear(
          0, 1895, 0.01, 1919, 0.05, 1940, 0.1, 1954, 0.2, 1973, 0.3, 1988, 0.4, 1999, 0.5, 2006,
          0.6, 2010, 0.7, 2014, 0.8, 2017, 0.9, 2019, 1, 2023);

  private static final int USUAL_DELAY = 2;

  private ReleaseYears() {}

  /** The year of a movie at that share of the catalog, counted from its start. */
  static int draw(double position, RandomStream random) {
    int year = (int) YEARS.at(random.nextDouble());
    int added = (int) Calendar.yearAdded(position);
    return year <= added ? year : added - random.between(0, USUAL_DELAY);
  }
}
