package org.spillway.data.generate;

import java.util.Arrays;

/**
 * A function given by some of its points: what lies between two of them is interpolated.
 *
 * <p>Curves are how measured distributions get into the generator. One whose positions are
 * probabilities and whose values are quantiles is a row of a describe table, almost literally.
 */
final class Curve {
  private final double[] positions;
  private final double[] values;
  private final boolean geometric;

  private Curve(double[] anchors, boolean geometric) {
    this.geometric = geometric;
    positions = new double[anchors.length / 2];
    values = new double[anchors.length / 2];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = anchors[2 * i];
      double value = anchors[2 * i + 1];
      values[i] = geometric ? StrictMath.log(value) : value;
    }
  }

  /** A curve of straight lines through {@code position, value, position, value, …}, ascending. */
  static Curve linear(double... anchors) {
    return new Curve(anchors, false);
  }

  /** A curve that is straight where values are drawn on a logarithmic scale; for long tails. */
  static Curve geometric(double... anchors) {
    return new Curve(anchors, true);
  }

  /** The value at {@code position}; the nearest end's beyond the first and last anchor. */
  double at(double position) {
    double value = interpolate(position);
    return geometric ? StrictMath.exp(value) : value;
  }

  private double interpolate(double position) {
    int found = Arrays.binarySearch(positions, position);
    if (found >= 0) {
      return values[found];
    }
    int right = -found - 1;
    if (right == 0) {
      return values[0];
    }
    if (right == positions.length) {
      return values[right - 1];
    }
    double share = (position - positions[right - 1]) / (positions[right] - positions[right - 1]);
    return values[right - 1] + share * (values[right] - values[right - 1]);
  }
}
