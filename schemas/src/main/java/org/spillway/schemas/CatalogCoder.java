package org.spillway.schemas;

import java.util.ArrayList;
import java.util.List;

/** Encodes a {@link Catalog} movie by movie. */
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
    for (Movie movie : catalog.movies()) {
      MovieCoder.of().write(movie, out);
    }
  }

  @Override
  public Catalog read(WireInput in) {
    int size = in.getCount();
    List<Movie> movies = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      movies.add(MovieCoder.of().read(in));
    }
    return Catalog.of(movies);
  }

  @Override
  protected int expectedSize(Catalog catalog) {
    return 16 + 64 * catalog.size();
  }
}
