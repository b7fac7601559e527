package org.spillway.bench;

import java.util.Arrays;
import java.util.List;

/** The few statistics of a benchmark. */
final class Statistics {

  private Statistics() {}

  /**
   * The median; of an even number of values the mean of the two in the middle.
   *
   * @throws IllegalArgumentException if there are none
   */
  static double median(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there must be a value, but there is none");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The exponent k of the power law y = c·x^k that fits best: the slope of the least squares line
   * through the logarithms.
   *
   * @param x positive, at least two different ones
   * @param y positive, as many
   */
  static double exponent(double[] x, double[] y) {
    if (x.length != y.length || Arrays.stream(x).distinct().count() < 2) {
      throw new IllegalArgumentException(
          "there must be two different x and as many y, but there are "
              + Arrays.toString(x)
              + " and "
              + Arrays.toString(y));
    }
    double meanX = Arrays.stream(x).map(Math::log).average().orElseThrow();
    double meanY = Arrays.stream(y).map(Math::log).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = Math.log(x[i]) - meanX;
      products += dx * (Math.log(y[i]) - meanY);
      squares += dx * dx;
    }
    return products / squares;
  }
}
