package org.spillway.data.generate;

/**
 * Movie ids, ascending with gaps: nearly dense for the early movies, mostly every other one later.
 */
final class MovieIds {
  /** The shares of ml-32m's catalog at which the gaps change: its rows 5,000 and 10,000. */
  private static final double DENSE_UNTIL = 0.057;

  private static final double SPARSE_UNTIL = 0.114;

  private MovieIds() {}

  static int[] of(int movies, RandomStream random) {
    int[] ids = new int[movies];
    int id = 0;
    for (int i = 0; i < movies; i++) {
      id += gap((double) i / movies, random);
      ids[i] = id;
    }
    return ids;
  }

  private static int gap(double position, RandomStream random) {
    double kind = random.nextDouble();
    if (position < DENSE_UNTIL) {
      return kind < 0.98 ? 1 : 2;
    }
    if (position < SPARSE_UNTIL) {
      return kind < 0.76 ? 1 : kind < 0.86 ? 2 : random.between(3, 80);
    }
    return kind < 0.77 ? 2 : random.between(3, 10);
  }
}
