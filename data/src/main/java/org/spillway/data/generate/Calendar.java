package org.spillway.data.generate;

/**
 * When things happened in the generated MovieLens: when users joined and when movies were added.
 * Times are Unix seconds, UTC; years are fractions, so 1996.5 is the middle of 1996.
 */
final class Calendar {
  /** The first rating is later than this: 1996-01-29. */
  static final long OPENED = 822_873_600L;

  /** The last rating is earlier than this: 2023-10-13. */
  static final long CLOSED = 1_697_155_200L;

  /** Half stars could be given from here on: 2003-02-18. */
  static final long HALF_STARS_SINCE = 1_045_526_400L;

  /** Tags could be given from here on: 2005-12-27. */
  static final long TAGS_SINCE = 1_135_641_600L;

  private static final int FIRST_YEAR = 1996;
  private static final double SECONDS_PER_YEAR = 365.2425 * 86_400;

  /** Users that joined in 1996, 1997, …, 2023, as shares that needn't add up to 1. */
  private static final double[] JOINED = {
    110, 50, 18, 42, 62, 38, 34, 34, 34, 40, 36, 33, 34, 33, 28, 27, 28, 26, 24, 52, 50, 45, 40, 41,
    42, 36, 30, 24
  };

  /** The share of ml-32m's catalog that there was at a time; read off the movies' ids. */
  private static final double[] CATALOG = {
    1996, 0.012, 1997, 0.018, 1999, 0.03, 2000, 0.038, 2001, 0.05, 2003, 0.07, 2006, 0.10, 2009,
    0.13, 2012, 0.19, 2014, 0.26, 2015, 0.33, 2016, 0.43, 2017, 0.53, 2018, 0.62, 2019, 0.71, 2020,
    0.79, 2021, 0.87, 2022, 0.94, 2023.79, 1
  };

  private static final Curve CATALOG_AT_YEAR = Curve.linear(CATALOG);
  private static final Curve YEAR_OF_CATALOG = Curve.linear(swapped(CATALOG));
  private static final double[] JOINS = joins();
  private static final Curve TIME_OF_JOINING = Curve.linear(JOINS);
  private static final Curve JOINED_BEFORE = Curve.linear(swapped(JOINS));

  private Calendar() {}

  /** When the user joined before whom a {@code share} of all users had. */
  static long joined(double share) {
    return (long) TIME_OF_JOINING.at(share);
  }

  /** The share of the users that had joined by {@code seconds}. */
  static double joinedBefore(double seconds) {
    return JOINED_BEFORE.at(seconds);
  }

  /** The share of the catalog, in order of movie ids, that there was at {@code seconds}. */
  static double catalogAt(long seconds) {
    return CATALOG_AT_YEAR.at(1970 + seconds / SECONDS_PER_YEAR);
  }

  /** When the movie at that share of the catalog was added, as a year. */
  static double yearAdded(double share) {
    return YEAR_OF_CATALOG.at(share);
  }

  static double secondsOf(double year) {
    return (year - 1970) * SECONDS_PER_YEAR;
  }

  private static double[] joins() {
    double total = 0;
    for (double share : JOINED) {
      total += share;
    }
    double[] anchors = new double[2 * (JOINED.length + 1)];
    double before = 0;
    for (int i = 0; i <= JOINED.length; i++) {
      anchors[2 * i] = before / total;
      double seconds = secondsOf(FIRST_YEAR + i);
      anchors[2 * i + 1] = Math.min(CLOSED, Math.max(OPENED, seconds));
      before += i < JOINED.length ? JOINED[i] : 0;
    }
    return anchors;
  }

  private static double[] swapped(double[] anchors) {
    double[] swapped = new double[anchors.length];
    for (int i = 0; i < anchors.length; i += 2) {
      swapped[i] = anchors[i + 1];
      swapped[i + 1] = anchors[i];
    }
    return swapped;
  }
}
