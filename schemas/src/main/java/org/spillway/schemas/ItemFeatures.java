package org.spillway.schemas;

import org.jspecify.annotations.Nullable;

/**
 * What the sampled ratings say of a movie (setup spec, sections 7 and 8).
 *
 * @param movieId at least 1
 * @param movie the catalog's entry; null if the catalog does not know the movie
 * @param ratings the number of sampled ratings, at least 1 (column sample_rating_count)
 * @param halfStarSum the sum of the sampled ratings in half stars
 * @param liked the number of sampled ratings at or over the liked threshold
 * @param firstTimestamp the earliest sampled rating, seconds since 1970, UTC
 * @param lastTimestamp the latest sampled rating, seconds since 1970, UTC
 * @param popularity the movie's fifth by number of sampled ratings
 */
public record ItemFeatures(
    int movieId,
    @Nullable Movie movie,
    int ratings,
    long halfStarSum,
    int liked,
    long firstTimestamp,
    long lastTimestamp,
    PopularityBucket popularity) {

  /** The cluster of movies without a primary genre: those that the catalog does not know. */
  public static final String UNKNOWN_CLUSTER = "unknown";

  /** Mean sampled rating in stars. */
  public double meanRating() {
    return HalfStars.mean(halfStarSum, ratings);
  }

  /** Share of liked sampled ratings, 0 to 1. */
  public double likedRate() {
    return (double) liked / ratings;
  }

  /** The substitute group: the primary genre. */
  public String spilloverCluster() {
    return clusterOf(movie);
  }

  /** The substitute group of a movie: its primary genre, or {@link #UNKNOWN_CLUSTER}. */
  public static String clusterOf(@Nullable Movie movie) {
    return movie == null ? UNKNOWN_CLUSTER : movie.primaryGenre();
  }
}
