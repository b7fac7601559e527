package org.spillway.schemas;

import java.util.ArrayList;
import java.util.List;

/** Encodes a {@link Catalog} as a {@link MovieSequence}: it is sent to every worker. */
public final class CatalogCoder extends WireCoder<Catalog> {
  private static final CatalogCoder INSTANCE = new CatalogCoder();

  private CatalogCoder() {}

  /** The coder. */
  public static CatalogCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(Catalog catalog, WireOutput out) {
    out.putVarLong(catalog.size());
    MovieSequence.Writer movies = new MovieSequence.Writer(out);
    for (Movie movie : catalog.movies()) {
      movies.put(movie.movieId(), movie);
    }
  }

  @Override
  public Catalog read(WireInput in) {
    int size = in.getCount();
    List<Movie> movies = new ArrayList<>(size);
    MovieSequence.Reader reader = new MovieSequence.Reader(in);
    for (int i = 0; i < size; i++) {
      reader.next();
      if (reader.movie() == null) {
        throw new IllegalArgumentException("expected a movie in a catalog, found an id alone");
      }
      movies.add(reader.movie());
    }
    return Catalog.of(movies);
  }

  @Override
  protected int expectedSize(Catalog catalog) {
    return 16 + 40 * catalog.size();
  }
}
