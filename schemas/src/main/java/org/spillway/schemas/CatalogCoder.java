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
    int lastId = 0;
    for (Movie movie : catalog.movies()) {
      plain.putZigZag((long) movie.movieId() - lastId);
      lastId = movie.movieId();
      movies.put(movie);
    }
    Deflated.write(plain, out);
  }

  @Override
  public Catalog read(WireInput in) {
    WireInput plain = Deflated.read(in);
    int size = plain.getCount();
    List<Movie> movies = new ArrayList<>(size);
    MovieSequence.Reader reader = new MovieSequence.Reader(plain);
    int id = 0;
    for (int i = 0; i < size; i++) {
      id = Math.toIntExact(id + plain.getZigZag());
      Movie movie = reader.next(id);
      if (movie == null) {
        throw new IllegalArgumentException("expected a movie in a catalog, found an id alone");
      }
      movies.add(movie);
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
