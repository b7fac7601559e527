package org.spillway.transforms.summaries;

import java.util.Arrays;
import org.spillway.schemas.SummaryTable;

/**
 * How many values lie in each of some adjoining bins. A bin takes its start and not its end; the
 * last one takes both. No values give no bins.
 */
final class Histogram {
  private final double[] edges;
  private final long[] counts;

  private Histogram(double[] edges, double[] values) {
    this.edges = edges;
    this.counts = new long[Math.max(edges.length - 1, 0)];
    for (double value : values) {
      counts[binOf(value)]++;
    }
  }

  /**
   * Bins of equal width from the least value to the greatest, as NumPy and seaborn lay them. If all
   * values are the same, the bins reach half a unit to either side.
   *
   * @param bins at least 1
   */
  static Histogram linear(double[] values, int bins) {
    if (values.length == 0) {
      return new Histogram(new double[0], values);
    }
    double min = Arrays.stream(values).min().getAsDouble();
    double max = Arrays.stream(values).max().getAsDouble();
    if (min == max) {
      min -= 0.5;
      max += 0.5;
    }
    double[] edges = new double[bins + 1];
    for (int i = 0; i < bins; i++) {
      edges[i] = min + i * ((max - min) / bins);
    }
    edges[bins] = max;
    return new Histogram(edges, values);
  }

  /**
   * Bins for a logarithmic axis, from the least value to the greatest: each is wider than the one
   * before by as equal a ratio as whole numbers allow.
   *
   * <p>Edges lie halfway between whole numbers and every bin holds at least one. Plain logarithmic
   * bins are narrower than 1 at the small end: most would be empty there by construction and show a
   * comb that is not in the data. So a bin that would be narrower than 1 is widened to 1, and the
   * bins that are left share what is left of the logarithmic range. Where the values span no more
   * whole numbers than there are bins, each has a bin of its own.
   *
   * @param values whole numbers, at least 1
   * @param bins at least 1
   */
  static Histogram logarithmic(int[] values, int bins) {
    double[] numbers = Arrays.stream(values).asDoubleStream().toArray();
    if (values.length == 0) {
      return new Histogram(new double[0], numbers);
    }
    int min = Arrays.stream(values).min().getAsInt();
    int max = Arrays.stream(values).max().getAsInt();
    if (min < 1) {
      throw new IllegalArgumentException("values must be at least 1, but one was: " + min);
    }
    return new Histogram(logarithmicEdges(min, max, (int) Math.min(bins, max - min + 1L)), numbers);
  }

  private static double[] logarithmicEdges(int min, int max, int bins) {
    double[] edges = new double[bins + 1];
    edges[0] = min - 0.5;
    edges[bins] = max + 0.5;
    for (int i = 1; i < bins; i++) {
      double start = edges[i - 1];
      // StrictMath, so that no platform puts an edge elsewhere.
      double ratio = StrictMath.pow(edges[bins] / start, 1.0 / (bins - i + 1));
      edges[i] = start + Math.max(1, Math.round(start * (ratio - 1)));
    }
    return edges;
  }

  private int binOf(double value) {
    int found = Arrays.binarySearch(edges, value);
    int bin = found >= 0 ? found : -found - 2;
    return Math.min(bin, counts.length - 1);
  }

  /**
   * The bins in ascending order, with the columns bin_start, bin_end and the count's.
   *
   * @param countColumn what is counted, such as {@code users}
   */
  SummaryTable table(String name, String countColumn) {
    SummaryTable.Builder table = SummaryTable.builder(name, "bin_start", "bin_end", countColumn);
    for (int i = 0; i < counts.length; i++) {
      table.row(edges[i], edges[i + 1], counts[i]);
    }
    return table.build();
  }
}
