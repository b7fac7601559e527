package org.spillway.data.generate;

/**
 * A stream of pseudo-random numbers, chosen by a seed, the name of what is drawn and an index.
 *
 * <p>It is SplitMix64, spelled out here because no class of the JDK promises its numbers for good:
 * {@code SplittableRandom}'s contract leaves its algorithm open. All draws are integer arithmetic
 * or exactly rounded operations on doubles, so they are the same on every JVM.
 *
 * <p>Every user and every movie has streams of its own, so what is drawn for one never depends on
 * how much was drawn for another.
 */
final class RandomStream {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** The variance of one 16-bit uniform, times four, as a standard deviation. */
  private static final double FOUR_UNIFORMS_DEVIATION = 65536 / StrictMath.sqrt(3);

  private long state;

  RandomStream(long state) {
    this.state = state;
  }

  /** The stream of {@code index}, say a user's, among those for {@code purpose}. */
  static RandomStream of(long seed, String purpose, long index) {
    return new RandomStream(mix(mix(seed + purpose.hashCode() * GOLDEN_GAMMA) + index));
  }

  /** The stream for a purpose that needs just one. */
  static RandomStream of(long seed, String purpose) {
    return of(seed, purpose, 0);
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** A number from 0 to {@code bound - 1}; the bias is below {@code bound / 2^32}. */
  int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** A number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + nextInt(high - low + 1);
  }

  /** A number in [0, 1). */
  double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  boolean chance(double probability) {
    return nextDouble() < probability;
  }

  /**
   * A number that is close to normally distributed, with mean 0 and standard deviation 1: the sum
   * of four uniforms, so it never leaves ±3.47.
   */
  double nextNormal() {
    return toNormal(nextLong());
  }

  /** What {@link #nextNormal} makes of 64 random bits. */
  static double toNormal(long bits) {
    long sum =
        (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) + (bits >>> 48);
    return (sum - 2 * 65535) / FOUR_UNIFORMS_DEVIATION;
  }

  <T> T pick(T[] choices) {
    return choices[nextInt(choices.length)];
  }

  /** Fisher and Yates' shuffle, in place. */
  void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
