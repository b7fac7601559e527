package org.spillway.schemas;

import org.jspecify.annotations.Nullable;

/**
 * A movie on a {@link SeedSlate}.
 *
 * @param movieId at least 1
 * @param movie the catalog's entry of that id; null if the catalog does not know the movie
 * @param halfStars the user's rating of it in half stars, 1 to 10 (column observed_relevance)
 * @param highRelevance whether that rating is at or over the liked threshold
 * @param timestamp when the user rated it, seconds since 1970, UTC
 */
public record SlateItem(
    int movieId, @Nullable Movie movie, int halfStars, boolean highRelevance, long timestamp) {

  /** Checks that the entry is the movie's. */
  public SlateItem {
    if (movie != null && movie.movieId() != movieId) {
      throw new IllegalArgumentException(
          "expected the catalog's entry of movie " + movieId + ", but was: " + movie.movieId());
    }
  }

  /** The substitute group: the primary genre, or {@link ItemFeatures#UNKNOWN_CLUSTER}. */
  public String spilloverCluster() {
    return ItemFeatures.clusterOf(movie);
  }
}
