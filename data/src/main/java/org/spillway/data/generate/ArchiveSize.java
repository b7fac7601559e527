package org.spillway.data.generate;

import java.util.List;
import java.util.Locale;

/**
 * How much a generated archive holds. All figures are exact: the archive has that many rows, users
 * and movies, no more and no fewer.
 *
 * @param name what the size is called, part of the archive's root folder: lower-case letters,
 *     digits and hyphens
 * @param users users with ratings; their ids are 1 to {@code users}
 * @param movies rows of {@code movies.csv} and {@code links.csv}
 * @param ratedMovies movies with at least one rating
 * @param ratings rows of {@code ratings.csv}; each user has at least {@value #MIN_RATINGS_PER_USER}
 * @param tags rows of {@code tags.csv}; may be 0
 */
public record ArchiveSize(
    String name, int users, int movies, int ratedMovies, int ratings, int tags) {

  /** What GroupLens asks of a user before including them in a data set. */
  public static final int MIN_RATINGS_PER_USER = 20;

  /** For unit tests: about 5,000 ratings, written in milliseconds. */
  public static final ArchiveSize TINY = new ArchiveSize("tiny", 64, 400, 390, 5_000, 250);

  /** The figures of ml-latest-small. */
  public static final ArchiveSize SMALL =
      new ArchiveSize("small", 610, 9_742, 9_724, 100_836, 3_683);

  /** The figures of ml-32m. */
  public static final ArchiveSize LARGE =
      new ArchiveSize("large", 200_948, 87_585, 84_432, 32_000_204, 2_000_072);

  private static final List<ArchiveSize> NAMED = List.of(TINY, SMALL, LARGE);

  /** With fewer, three ratings per movie would be more than a quarter of all that are possible. */
  private static final int MIN_USERS = 12;

  private static final int MIN_MOVIES = 200;
  private static final int MAX_MOVIES = 1_000_000;

  /**
   * Checks that an archive of this size can exist.
   *
   * @throws IllegalArgumentException naming the figure that is out of range, and the range
   */
  public ArchiveSize {
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(
          "name must be lower-case letters, digits and hyphens, but was: " + name);
    }
    check("movies", movies, MIN_MOVIES, MAX_MOVIES);
    check("ratedMovies", ratedMovies, MIN_MOVIES / 2, movies);
    check("users", users, MIN_USERS, Integer.MAX_VALUE / MIN_RATINGS_PER_USER);
    check(
        "ratings",
        ratings,
        Math.max((long) users * MIN_RATINGS_PER_USER, 3L * ratedMovies),
        Math.min(Integer.MAX_VALUE, (long) users * ratedMovies / 4));
    check("tags", tags, 0, Integer.MAX_VALUE);
  }

  /**
   * The size of that name.
   *
   * @param name {@code tiny}, {@code small} or {@code large}, in any case
   * @throws IllegalArgumentException naming the sizes there are
   */
  public static ArchiveSize named(String name) {
    return NAMED.stream()
        .filter(size -> size.name.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "size must be one of " + names() + ", but was: " + name));
  }

  /** The names that {@link #named} knows, smallest first. */
  public static List<String> names() {
    return NAMED.stream().map(ArchiveSize::name).toList();
  }

  /**
   * A size with ml-32m's catalog and its ratings and tags per user, for measuring how a run grows
   * with its input.
   *
   * @param ratings from 1,000,000 to 64,000,000
   */
  public static ArchiveSize ofRatings(int ratings) {
    check("ratings", ratings, 1_000_000, 64_000_000);
    double scale = (double) ratings / LARGE.ratings;
    return new ArchiveSize(
        "ratings-" + ratings,
        (int) (LARGE.users * scale),
        LARGE.movies,
        LARGE.ratedMovies,
        ratings,
        (int) (LARGE.tags * scale));
  }

  /**
   * A size of one's own, named {@code custom}, with nearly all movies rated and few tags.
   *
   * @throws IllegalArgumentException if no archive can have these figures
   */
  public static ArchiveSize of(int users, int movies, int ratings) {
    return new ArchiveSize("custom", users, movies, movies - movies / 50, ratings, ratings / 20);
  }

  /** The same size with other tags. */
  public ArchiveSize withTags(int newTags) {
    return new ArchiveSize(name, users, movies, ratedMovies, ratings, newTags);
  }

  private static void check(String figure, long value, long low, long high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s must be from %,d to %,d, but was: %,d", figure, low, high, value));
    }
  }
}
