package org.spillway.transforms.features;

import org.spillway.schemas.HalfStars;

/** From which rating on a movie counts as liked: 4.0 stars in the seed. */
public final class LikedThreshold {

  /** The seed's threshold of 4.0 stars, in half stars. */
  public static final int DEFAULT = 8;

  private LikedThreshold() {}

  /** Returns a threshold in half stars, or refuses one that is off the scale. */
  public static int checked(int halfStars) {
    if (halfStars < HalfStars.MIN || halfStars > HalfStars.MAX) {
      throw new IllegalArgumentException(
          "likedThreshold must be from 1 to 10 half stars, but was: " + halfStars);
    }
    return halfStars;
  }
}
