package org.spillway.data.generate;

import java.util.Arrays;

/**
 * What the generator knows of every movie, by its index in the catalog: id, genres, how often it is
 * rated and how well. Some 40 bytes per movie; titles are made when they are written.
 */
final class MovieCatalog {
  /**
   * The logarithm of a rank, the most popular movie's being 1, to its weight in a user's choice.
   */
  private static final Curve WEIGHT_OF_LOG_RANK = weightOfLogRank();

  private static final double AGE_MATTERS = 0.9;
  private static final double LUCK_MATTERS = 1.3;
  private static final double NEWEST_BOOST = 3;

  private final int[] ids;
  private final String[] genres;
  private final double[] appeal;
  private final int[] ratedBefore;
  private final WeightedSampler choice;

  private MovieCatalog(
      int[] ids, String[] genres, double[] appeal, int[] ratedBefore, WeightedSampler choice) {
    this.ids = ids;
    this.genres = genres;
    this.appeal = appeal;
    this.ratedBefore = ratedBefore;
    this.choice = choice;
  }

  static MovieCatalog of(ArchiveSize size, long seed) {
    int movies = size.movies();
    int[] byPopularity = byPopularity(movies, RandomStream.of(seed, "popularity"));
    RandomStream random = RandomStream.of(seed, "appeal");
    double[] weights = new double[movies];
    double[] appeal = new double[movies];
    for (int rank = 1; rank <= movies; rank++) {
      int movie = byPopularity[rank - 1];
      double logWeight = WEIGHT_OF_LOG_RANK.at(StrictMath.log(rank));
      appeal[movie] = appeal(logWeight) + 0.36 * random.nextNormal();
      weights[movie] =
          rank > size.ratedMovies() ? 0 : StrictMath.exp(logWeight) * boost(movie, movies);
    }
    return new MovieCatalog(
        MovieIds.of(movies, RandomStream.of(seed, "ids")),
        genres(byPopularity, RandomStream.of(seed, "genres")),
        appeal,
        ratedBefore(weights),
        WeightedSampler.of(weights));
  }

  int size() {
    return ids.length;
  }

  int id(int movie) {
    return ids[movie];
  }

  /** The movie's {@code genres} cell. */
  String genres(int movie) {
    return genres[movie];
  }

  /** By how much the movie is liked better than the average rated one, in standard deviations. */
  double appeal(int movie) {
    return appeal[movie];
  }

  /** A movie somebody rates, each with its own probability; never an unrated one. */
  int choose(RandomStream random) {
    return choice.draw(random);
  }

  boolean isRated(int movie) {
    return ratedBefore[movie + 1] > ratedBefore[movie];
  }

  /**
   * How many movies, from the first, a user can choose from: those there were at {@code seconds},
   * or more if these are too few for {@code ratings}.
   */
  int choosableAt(long seconds, int ratings) {
    int known = (int) (ids.length * Calendar.catalogAt(seconds));
    int enough = Math.min(ratings + ratings / 2, ratedBefore[ids.length]);
    int found = Arrays.binarySearch(ratedBefore, enough);
    return Math.max(known, found < 0 ? -found - 1 : found);
  }

  /** Early movies tend to be the popular ones: they have been there for longest. */
  private static int[] byPopularity(int movies, RandomStream random) {
    long[] keys = new long[movies];
    for (int i = 0; i < movies; i++) {
      double age = StrictMath.log((double) i / movies + 0.006);
      double key = 32 + AGE_MATTERS * age + LUCK_MATTERS * random.nextNormal();
      keys[i] = ((long) (key * (1 << 24)) << 32) | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** The later a movie was added, the more often those who could choose it must have done so. */
  private static double boost(int movie, int movies) {
    double added = Calendar.secondsOf(Calendar.yearAdded((double) movie / movies));
    return Math.min(NEWEST_BOOST, 1 / (1 - Calendar.joinedBefore(added)));
  }

  /** Popular movies are good ones, as a rule; below the average it hardly matters how rare. */
  private static double appeal(double logWeight) {
    double aboveAverage = logWeight + 2.3;
    return aboveAverage > 0 ? 0.2 * aboveAverage : Math.max(-0.4, 0.08 * aboveAverage);
  }

  /** Deals genres out so that the movies with many tend to be the popular ones. */
  private static String[] genres(int[] byPopularity, RandomStream random) {
    GenreMix mix = GenreMix.load();
    int movies = byPopularity.length;
    String[] drawn = new String[movies];
    long[] keys = new long[movies];
    for (int i = 0; i < movies; i++) {
      drawn[i] = mix.draw(random);
      double key = 32 - breadth(drawn[i]) + 1.2 * random.nextNormal();
      keys[i] = ((long) (key * (1 << 24)) << 32) | i;
    }
    Arrays.sort(keys);
    String[] genres = new String[movies];
    for (int rank = 0; rank < movies; rank++) {
      genres[byPopularity[rank]] = drawn[(int) keys[rank]];
    }
    return genres;
  }

  private static double breadth(String genres) {
    if (genres.equals(GenreMix.NO_GENRES)) {
      return -3;
    }
    double breadth = genres.chars().filter(c -> c == '|').count();
    return genres.startsWith("Documentary")
        ? breadth - 1
        : genres.startsWith("A") ? breadth + 0.7 : breadth;
  }

  private static int[] ratedBefore(double[] weights) {
    int[] before = new int[weights.length + 1];
    for (int i = 0; i < weights.length; i++) {
      before[i + 1] = before[i] + (weights[i] > 0 ? 1 : 0);
    }
    return before;
  }

  private static Curve weightOfLogRank() {
    // Fitted to the counts per movie of ml-latest-small and of every 50th user of ml-32m.
    double[] rankAndWeight = {
      1, 1, 3, 0.873, 8, 0.53, 15, 0.451, 21, 0.391, 51, 0.26, 101, 0.177, 201, 0.114, 501, 0.0563,
      1001, 0.0274, 2231, 0.00762, 3500, 0.00352, 5578, 0.00148, 8000, 5.87e-4, 11156, 2.59e-4,
      22000, 4.86e-5, 42000, 8.5e-6, 84432, 4.6e-7
    };
    double[] logarithms = new double[rankAndWeight.length];
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = StrictMath.log(rankAndWeight[i]);
    }
    return Curve.linear(logarithms);
  }
}
