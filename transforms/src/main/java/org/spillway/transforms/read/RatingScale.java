package org.spillway.transforms.read;

import org.spillway.schemas.HalfStars;

/** Ratings as cells: a digit, and perhaps a point and decimals, on the scale 0.5 to 5.0. */
final class RatingScale {

  private RatingScale() {}

  /** Half stars of a rating such as {@code 4.5}, {@code 4} or {@code 4.50}; -1 if it is none. */
  static int parse(CharSequence cell) {
    int length = cell.length();
    if (length == 0 || length == 2) {
      return -1;
    }
    int halfStars = 2 * (cell.charAt(0) - '0');
    if (length > 2) {
      char decimal = cell.charAt(2);
      if (cell.charAt(1) != '.' || (decimal != '0' && decimal != '5')) {
        return -1;
      }
      halfStars += decimal == '5' ? 1 : 0;
    }
    for (int i = 3; i < length; i++) {
      if (cell.charAt(i) != '0') {
        return -1;
      }
    }
    return halfStars < HalfStars.MIN || halfStars > HalfStars.MAX ? -1 : halfStars;
  }
}
