package org.spillway.data.generate;

/**
 * Draws an index with probability proportional to its weight, in constant time (Walker's alias
 * method, Vose's construction). Eight bytes per index; immutable.
 */
final class WeightedSampler {
  private static final double TWO_TO_32 = 4294967296.0;
  private static final long LOW_32_BITS = 0xFFFFFFFFL;

  /**
   * Per cell: in the high half the share that stays, in units of 2^-32; in the low half the alias.
   */
  private final long[] cells;

  private WeightedSampler(long[] cells) {
    this.cells = cells;
  }

  /**
   * A sampler of the indexes of {@code weights}, none of them negative and one at least positive.
   */
  static WeightedSampler of(double[] weights) {
    int n = weights.length;
    double sum = 0;
    int heaviest = 0;
    for (int i = 0; i < n; i++) {
      sum += weights[i];
      if (weights[i] > weights[heaviest]) {
        heaviest = i;
      }
    }
    double[] shares = new double[n];
    int[] small = new int[n];
    int[] large = new int[n];
    int smalls = 0;
    int larges = 0;
    for (int i = 0; i < n; i++) {
      shares[i] = weights[i] / sum * n;
      if (shares[i] < 1) {
        small[smalls++] = i;
      } else {
        large[larges++] = i;
      }
    }
    long[] cells = new long[n];
    while (smalls > 0 && larges > 0) {
      int lesser = small[--smalls];
      int greater = large[larges - 1];
      cells[lesser] = cell(shares[lesser], greater);
      shares[greater] -= 1 - shares[lesser];
      if (shares[greater] < 1) {
        larges--;
        small[smalls++] = greater;
      }
    }
    while (larges > 0) {
      int rest = large[--larges];
      cells[rest] = cell(1, rest);
    }
    while (smalls > 0) {
      // Only rounding leaves any here; a weight of zero must still never be drawn.
      int rest = small[--smalls];
      cells[rest] = cell(shares[rest], heaviest);
    }
    return new WeightedSampler(cells);
  }

  private static long cell(double share, int alias) {
    long stay = Math.min(LOW_32_BITS, (long) (share * TWO_TO_32));
    return (stay << 32) | alias;
  }

  int draw(RandomStream random) {
    long bits = random.nextLong();
    int index = (int) (((bits >>> 32) * cells.length) >>> 32);
    long cell = cells[index];
    return (bits & LOW_32_BITS) < (cell >>> 32) ? index : (int) cell;
  }
}
