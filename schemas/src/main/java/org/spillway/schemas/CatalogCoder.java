package org.spillway.schemas;

import java.util.ArrayList;
import java.util.List;

/** Encodes a {@link Catalog} as a {@link MovieSequence}, deflated: it is sent to every worker. */
public final class CatalogCoder extends WireCoder<Catalog> {
  private static final CatalogCoder INSTANCE = new CatalogCoder();

  private CatalogCoder() {}

  /** The coder. */
  public static CatalogCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(Catalog catalog, WireOutput out) {
    WireOutput plain = new WireOutput(16 + 40 * catalog.size());
    plain.putVarLong(catalog.size());
    MovieSequence.Writer movies = new MovieSequence.Writer(plain);
    for (Movie movie : catalog.movies()) {
      movies.put(movie.movieId(), movie);
    }
    Deflated.write(plain, out);
  }

  @Override
  public Catalog read(WireInput in) {
    WireInput plain = Deflated.read(in);
    int size = plain.getCount();
    List<Movie> movies = new ArrayList<>(size);
    MovieSequence.Reader reader = new MovieSequence.Reader(plain);
    for (int i = 0; i < size; i++) {
      reader.next();
      if (reader.movie() == null) {
        throw new IllegalArgumentException("expected a movie in a catalog, found an id alone");
      }
      movies.add(reader.movie());
    }
    if (plain.remaining() > 0) {
      throw new IllegalArgumentException("left over " + plain.remaining() + " bytes of a catalog");
    }
    return Catalog.of(movies);
  }

  @Override
  protected int expectedSize(Catalog catalog) {
    return 64 + 20 * catalog.size();
  }
}
