package org.spillway.schemas;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The genres of movies, as text and as a list. A catalog of 90,000 movies has under two thousand
 * different ones, so those that come first are kept, and movies share them.
 */
final class Genres {
  /** Bounds what is kept, to a megabyte or so, whatever catalogs a process reads. */
  private static final int MOST_KEPT = 4096;

  private static final int LONGEST_KEPT = 256;

  private static final ConcurrentHashMap<String, Genres> KEPT = new ConcurrentHashMap<>();
  private static final Genres MISSING = new Genres(null, List.of(Movie.NO_GENRES));

  /** As in the file, or null if they are missing. */
  final @Nullable String text;

  /** In the file's order. */
  final List<String> list;

  private Genres(@Nullable String text, List<String> list) {
    this.text = text;
    this.list = list;
  }

  static Genres of(@Nullable String text) {
    if (text == null) {
      return MISSING;
    }
    Genres kept = KEPT.get(text);
    return kept == null ? first(text) : kept;
  }

  private static Genres first(String text) {
    Genres genres = new Genres(text, List.of(text.split("\\|", -1)));
    if (text.length() <= LONGEST_KEPT && KEPT.size() < MOST_KEPT) {
      KEPT.put(text, genres);
    }
    return genres;
  }
}
