package org.spillway.data.generate;

import java.io.IOException;
import org.spillway.data.movielens.MovieLensFile;

/** Writes {@code movies.csv}: a row per movie, by movieId. */
final class MoviesCsv {
  private final MovieCatalog catalog;
  private final TitleInventor titles;

  MoviesCsv(MovieCatalog catalog, long seed) {
    this.catalog = catalog;
    titles = new TitleInventor(seed, catalog.size());
  }

  void writeTo(EntryWriter out) throws IOException {
    out.text(MovieLensFile.MOVIES.header()).endRow();
    for (int movie = 0; movie < catalog.size(); movie++) {
      out.number(catalog.id(movie)).ascii(',');
      out.cell(titles.title(movie)).ascii(',').text(catalog.genres(movie)).endRow();
    }
  }
}
