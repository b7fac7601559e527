package org.spillway.data.generate;

import java.util.Arrays;

/**
 * Sees to it that every movie which is to be rated is: deals these movies out to users, many to
 * those who rate much. Three ints per user and movie.
 */
final class FirstRatings {
  private static final int ATTEMPTS = 32;

  private final int[] startOfUser;
  private final int[] movies;

  private FirstRatings(int[] startOfUser, int[] movies) {
    this.startOfUser = startOfUser;
    this.movies = movies;
  }

  /**
   * Deals the rated movies out.
   *
   * @param histories ratings per user
   * @param choosable how many movies, from the first, each user can choose from; exceeded only
   *     where no such user is found
   */
  static FirstRatings deal(
      MovieCatalog catalog, int[] histories, int[] choosable, RandomStream random) {
    int[] ratingsBefore = new int[histories.length + 1];
    for (int user = 0; user < histories.length; user++) {
      ratingsBefore[user + 1] = ratingsBefore[user] + histories[user];
    }
    int[] raters = new int[catalog.size()];
    int[] dealt = new int[histories.length + 1];
    for (int movie = 0; movie < raters.length; movie++) {
      raters[movie] = -1;
      if (catalog.isRated(movie)) {
        int user = rater(movie, ratingsBefore, choosable, dealt, random);
        raters[movie] = user;
        dealt[user]++;
      }
    }
    return grouped(raters, dealt);
  }

  /** The indexes of the movies that the user rates in any case; at most half of their ratings. */
  int[] of(int user) {
    return Arrays.copyOfRange(movies, startOfUser[user], startOfUser[user + 1]);
  }

  private static int rater(
      int movie, int[] ratingsBefore, int[] choosable, int[] dealt, RandomStream random) {
    int users = choosable.length;
    int fallback = -1;
    for (int attempt = 0; fallback < 0 || attempt < ATTEMPTS; attempt++) {
      int found = Arrays.binarySearch(ratingsBefore, random.nextInt(ratingsBefore[users]));
      int user = found < 0 ? -found - 2 : found;
      int half = (ratingsBefore[user + 1] - ratingsBefore[user]) / 2;
      if (dealt[user] < half) {
        if (movie < choosable[user]) {
          return user;
        }
        fallback = user;
      }
    }
    return fallback;
  }

  private static FirstRatings grouped(int[] raters, int[] dealt) {
    int[] startOfUser = new int[dealt.length];
    for (int user = 1; user < dealt.length; user++) {
      startOfUser[user] = startOfUser[user - 1] + dealt[user - 1];
    }
    int[] next = startOfUser.clone();
    int[] movies = new int[startOfUser[dealt.length - 1]];
    for (int movie = 0; movie < raters.length; movie++) {
      if (raters[movie] >= 0) {
        movies[next[raters[movie]]++] = movie;
      }
    }
    return new FirstRatings(startOfUser, movies);
  }
}
