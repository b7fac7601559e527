package org.spillway.transforms.summaries;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of some numbers (setup spec, section 6, "describe"). The values are sorted
 * before they are added up, so their order of arrival does not show in the last digit.
 */
final class Description {

  /** The columns of {@link #cells}, after the name of what is described. */
  static final String[] COLUMNS = {
    "count", "mean", "std", "min", "10%", "25%", "50%", "75%", "90%", "max"
  };

  private final double[] sorted;

  private Description(double[] sorted) {
    this.sorted = sorted;
  }

  /** Describes these values. */
  static Description of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Description(sorted);
  }

  /** The arithmetic mean, or null of nothing. */
  @Nullable Double mean() {
    return sorted.length == 0 ? null : Double.valueOf(sum() / sorted.length);
  }

  /** The standard deviation with n − 1, or null of fewer than two values. */
  @Nullable Double standardDeviation() {
    if (sorted.length < 2) {
      return null;
    }
    double mean = sum() / sorted.length;
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (sorted.length - 1));
  }

  /**
   * The quantile by linear interpolation between order statistics at h = (n − 1)·p, or null of
   * nothing. Interpolates from the nearer end, as NumPy does, so that the last digit agrees too.
   */
  @Nullable Double quantile(double p) {
    if (sorted.length == 0) {
      return null;
    }
    double h = (sorted.length - 1) * p;
    int below = (int) h;
    int above = Math.min(below + 1, sorted.length - 1);
    double share = h - below;
    double step = sorted[above] - sorted[below];
    return share < 0.5 ? sorted[below] + step * share : sorted[above] - step * (1 - share);
  }

  /** A row of a table: the name, then a cell for each of {@link #COLUMNS}. */
  @Nullable Object[] cells(String name) {
    return new @Nullable Object[] {
      name,
      (double) sorted.length,
      mean(),
      standardDeviation(),
      quantile(0),
      quantile(0.1),
      quantile(0.25),
      quantile(0.5),
      quantile(0.75),
      quantile(0.9),
      quantile(1)
    };
  }

  private double sum() {
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    return sum;
  }
}
