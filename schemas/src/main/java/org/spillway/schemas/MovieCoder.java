package org.spillway.schemas;

import org.jspecify.annotations.Nullable;

/** Encodes a {@link Movie} by the columns of its file; the rest is derived again. */
public final class MovieCoder extends WireCoder<Movie> {
  private static final MovieCoder INSTANCE = new MovieCoder();

  private MovieCoder() {}

  /** The coder. */
  public static MovieCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(Movie movie, WireOutput out) {
    out.putVarLong(movie.movieId());
    out.putNullableString(movie.title());
    out.putNullableString(movie.genres());
  }

  @Override
  public Movie read(WireInput in) {
    return Movie.of(in.getVarInt(), in.getNullableString(), in.getNullableString());
  }

  /** Writes a movie, or that there is none. */
  public void writeNullable(@Nullable Movie movie, WireOutput out) {
    out.putBoolean(movie != null);
    if (movie != null) {
      write(movie, out);
    }
  }

  /** Reads what {@link #writeNullable} wrote. */
  public @Nullable Movie readNullable(WireInput in) {
    return in.getBoolean() ? read(in) : null;
  }
}
