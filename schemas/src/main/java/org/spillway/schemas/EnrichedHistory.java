package org.spillway.schemas;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A {@link UserHistory} with the catalog's movie beside each rating; null where the catalog does
 * not know the movie. Holds references to the catalog's movies, so it adds four bytes a rating.
 */
public final class EnrichedHistory {
  private final UserHistory history;
  private final @Nullable Movie[] movies;

  private EnrichedHistory(UserHistory history, @Nullable Movie[] movies) {
    this.history = history;
    this.movies = movies;
  }

  /** The left join of a history to a catalog on the movie's id (setup spec, section 5). */
  public static EnrichedHistory join(UserHistory history, Catalog catalog) {
    @Nullable Movie[] movies = new Movie[history.size()];
    for (int i = 0; i < movies.length; i++) {
      movies[i] = catalog.find(history.movieId(i));
    }
    return new EnrichedHistory(history, movies);
  }

  static EnrichedHistory of(UserHistory history, @Nullable Movie[] movies) {
    return new EnrichedHistory(history, movies);
  }

  /** The ratings. */
  public UserHistory history() {
    return history;
  }

  /** The user, at least 1. */
  public int userId() {
    return history.userId();
  }

  /** The number of ratings, at least 1. */
  public int size() {
    return movies.length;
  }

  /** The movie of rating {@code i}, or null if the catalog does not know it. */
  public @Nullable Movie movie(int i) {
    return movies[i];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EnrichedHistory that
        && history.equals(that.history)
        && Arrays.equals(movies, that.movies);
  }

  @Override
  public int hashCode() {
    return history.hashCode();
  }

  @Override
  public String toString() {
    return "EnrichedHistory{userId=" + userId() + ", size=" + size() + "}";
  }
}
