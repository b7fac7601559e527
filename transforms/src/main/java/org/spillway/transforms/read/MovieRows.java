package org.spillway.transforms.read;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Movie;

/** Collects the rows of {@code movies.csv}. */
final class MovieRows {
  static final List<String> COLUMNS = List.of("movieId", "title", "genres");

  /** {@code 1,,} and a line feed. */
  static final int LEAST_ROW_BYTES = 4;

  private static final int MOVIE_ID = 0;
  private static final int TITLE = 1;
  private static final int GENRES = 2;

  private final MissingValues missingValues;
  private final List<Movie> movies = new ArrayList<>();
  private final IntOpenHashSet ids = new IntOpenHashSet();

  MovieRows(MissingValues missingValues) {
    this.missingValues = missingValues;
  }

  /** Takes a row of the catalog. */
  void accept(long row, RowCells cells) throws RowRejectedException {
    int movieId = cells.id(MOVIE_ID);
    if (!ids.add(movieId)) {
      throw cells.invalid(
          RowFault.REPEATED_MOVIE, MOVIE_ID, "an id that no earlier row of the catalog has");
    }
    movies.add(
        Movie.of(
            movieId,
            missingValues.nullIfMissing(cells.text(TITLE)),
            missingValues.nullIfMissing(cells.text(GENRES))));
  }

  Catalog catalog() {
    return Catalog.of(movies);
  }
}
