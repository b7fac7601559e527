package org.spillway.data.generate;

import java.util.Arrays;

/**
 * What the generator knows of every movie, by its index in the catalog: id, genres, how often it is
 * rated and how well. Some 40 bytes per movie; titles are made when they are written.
 */
final class MovieCatalog {
  private static final double APPEAL_DEVIATION = 0.36;

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
    int[] byPopularity = Popularity.order(movies, RandomStream.of(seed, "popularity"));
    RandomStream random = RandomStream.of(seed, "appeal");
    double[] weights = new double[movies];
    double[] appeal = new double[movies];
    for (int rank = 1; rank <= movies; rank++) {
      int movie = byPopularity[rank - 1];
      double logWeight = Popularity.logWeight(rank);
      appeal[movie] = appeal(logWeight) + APPEAL_DEVIATION * random.nextNormal();
      weights[movie] =
          rank > size.ratedMovies()
              ? 0
              : StrictMath.exp(logWeight) * Popularity.boost(movie, movies);
    }
    return new MovieCatalog(
        MovieIds.of(movies, RandomStream.of(seed, "ids")),
        GenreMix.load().deal(byPopularity, RandomStream.of(seed, "genres")),
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

  /** Popular movies are good ones, as a rule; below the average it hardly matters how rare. */
  private static double appeal(double logWeight) {
    double aboveAverage = logWeight + 2.3;
    return aboveAverage > 0 ? 0.2 * aboveAverage : Math.max(-0.25, 0.04 * aboveAverage);
  }

  private static int[] ratedBefore(double[] weights) {
    int[] before = new int[weights.length + 1];
    for (int i = 0; i < weights.length; i++) {
      before[i + 1] = before[i] + (weights[i] > 0 ? 1 : 0);
    }
    return before;
  }
}
