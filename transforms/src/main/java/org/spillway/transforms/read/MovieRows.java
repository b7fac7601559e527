package org.spillway.transforms.read;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Movie;

/**
 * Collects the rows of {@code movies.csv}. A row is rejected if its texts are longer, or its genres
 * more, than in any honest catalog (of ml-32m's, the longest have 191 and 77 characters and 10
 * genres): genres become a list each, which takes many times the memory of their text.
 */
final class MovieRows {
  static final List<String> COLUMNS = List.of("movieId", "title", "genres");

  /** The longest title, and the longest list of genres, in bytes of UTF-8. */
  static final int MAX_TEXT_BYTES = 4096;

  /** The most genres of a movie. */
  static final int MAX_GENRES = 100;

  /** The most genres of all movies together: fifty times ml-32m's. */
  static final int MAX_GENRES_IN_ALL = 10_000_000;

  private static final int MOVIE_ID = 0;
  private static final int TITLE = 1;
  private static final int GENRES = 2;

  private final MissingValues missingValues;
  private final List<Movie> movies = new ArrayList<>();
  private final IntOpenHashSet ids = new IntOpenHashSet();
  private long genresInAll;

  MovieRows(MissingValues missingValues) {
    this.missingValues = missingValues;
  }

  /** Takes a row of the catalog. */
  void accept(long row, RowCells cells) throws RowRejectedException {
    int movieId = cells.id(MOVIE_ID);
    cells.checkLength(TITLE, MAX_TEXT_BYTES);
    cells.checkLength(GENRES, MAX_TEXT_BYTES);
    String genres = cells.text(GENRES);
    int genreCount = checkedCount(genres, cells);
    if (!ids.add(movieId)) {
      throw cells.invalid(
          RowFault.REPEATED_MOVIE, MOVIE_ID, "an id that no earlier row of the catalog has");
    }
    genresInAll += genreCount;
    movies.add(
        Movie.of(
            movieId,
            missingValues.nullIfMissing(cells.text(TITLE)),
            missingValues.nullIfMissing(genres)));
  }

  private int checkedCount(String genres, RowCells cells) throws RowRejectedException {
    int count = 1;
    for (int at = genres.indexOf('|'); at >= 0; at = genres.indexOf('|', at + 1)) {
      count++;
    }
    if (count > MAX_GENRES) {
      throw cells.invalid(RowFault.TOO_MANY_GENRES, GENRES, "at most " + MAX_GENRES + " genres");
    }
    if (genresInAll + count > MAX_GENRES_IN_ALL) {
      throw cells.invalid(
          RowFault.TOO_MANY_GENRES,
          GENRES,
          "at most " + MAX_GENRES_IN_ALL + " genres in the whole file");
    }
    return count;
  }

  Catalog catalog() {
    return Catalog.of(movies);
  }
}
