package org.spillway.schemas;

/** The rating scale: 0.5 to 5.0 stars in steps of a half, held as 1 to 10 half stars. */
public final class HalfStars {

  /** The lowest rating, 0.5 stars. */
  public static final int MIN = 1;

  /** The highest rating, 5.0 stars. */
  public static final int MAX = 10;

  private HalfStars() {}

  /** Stars of a rating in half stars: 0.5 to 5.0. */
  public static double toStars(int halfStars) {
    return halfStars / 2.0;
  }

  /**
   * Half stars of a rating in stars.
   *
   * @throws IllegalArgumentException if {@code stars} is not one of 0.5, 1.0, … 5.0
   */
  public static int fromStars(double stars) {
    double doubled = stars * 2;
    if (!(doubled >= MIN && doubled <= MAX) || doubled != Math.rint(doubled)) {
      throw new IllegalArgumentException(
          "a rating must be one of 0.5, 1.0, ... 5.0 stars, but was: " + stars);
    }
    return (int) doubled;
  }

  /**
   * Mean in stars of {@code count} ratings that sum to {@code halfStarSum} half stars. Both are
   * exact, so the one division decides the last bit, not the order in which ratings came.
   *
   * @param count at least 1
   */
  public static double mean(long halfStarSum, long count) {
    return halfStarSum / (2.0 * count);
  }
}
