package org.spillway.schemas;

import org.jspecify.annotations.Nullable;

/**
 * A movie's ids elsewhere: a row of {@code links.csv}.
 *
 * @param movieId at least 1
 * @param imdbId the IMDb number with the leading zeros of the file; null if it is missing
 * @param tmdbId the TMDb number as in the file; null if it is missing
 */
public record Link(int movieId, @Nullable String imdbId, @Nullable String tmdbId) {}
