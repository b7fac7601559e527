package org.spillway.schemas;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many movies are encoded one after the other: each text of genres once. Their ids, and what
 * else there is of a movie, are for the caller to write.
 */
public final class MovieSequence {
  /** In place of genres: there is no movie. */
  private static final int NO_MOVIE = 0;

  /** In place of genres: they are missing. */
  private static final int NO_GENRES = 1;

  /** From here on: the text with this number among those that were written. */
  private static final int FIRST_TEXT = 2;

  private MovieSequence() {}

  /** Writes the movies of one value. */
  public static final class Writer {
    private final WireOutput out;
    private final Object2IntOpenHashMap<String> texts = new Object2IntOpenHashMap<>();

    /** Begins. */
    public Writer(WireOutput out) {
      this.out = out;
      texts.defaultReturnValue(-1);
    }

    /** Writes a movie, but for its id; null for none. */
    public void put(@Nullable Movie movie) {
      if (movie == null) {
        out.putVarLong(NO_MOVIE);
        return;
      }
      putGenres(movie.genres());
      out.putNullableString(movie.title());
    }

    private void putGenres(@Nullable String text) {
      if (text == null) {
        out.putVarLong(NO_GENRES);
        return;
      }
      int next = texts.size();
      int known = texts.putIfAbsent(text, next);
      out.putVarLong(FIRST_TEXT + (known < 0 ? next : known));
      if (known < 0) {
        out.putString(text);
      }
    }
  }

  /** Reads what a {@link Writer} wrote. */
  public static final class Reader {
    private final WireInput in;
    private final List<String> texts = new ArrayList<>();

    /** Begins. */
    public Reader(WireInput in) {
      this.in = in;
    }

    /** Reads the next movie, of this id; null for none. */
    public @Nullable Movie next(int movieId) {
      int code = in.getVarInt();
      if (code == NO_MOVIE) {
        return null;
      }
      String genres = code == NO_GENRES ? null : genres(code - FIRST_TEXT);
      return Movie.of(movieId, in.getNullableString(), genres);
    }

    private String genres(int number) {
      if (number == texts.size()) {
        texts.add(in.getString());
      }
      return texts.get(number);
    }
  }
}
