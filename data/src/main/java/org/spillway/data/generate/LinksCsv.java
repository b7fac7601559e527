package org.spillway.data.generate;

import java.io.IOException;
import org.spillway.data.movielens.MovieLensFile;

/**
 * Writes {@code links.csv}: a unique imdbId per movie, padded to seven digits and longer only for
 * new ones, and a tmdbId that is empty for about one movie in 700.
 */
final class LinksCsv {
  private static final double EMPTY_SHARE = 0.0014;

  /** This movie has no tmdbId in every archive, however small. */
  private static final int ALWAYS_EMPTY = 30;

  private static final double LONG_IDS_FROM = 0.92;

  /** Primes: multiplying below one of them never gives the same id twice. */
  private static final long SHORT_IDS = 9_999_991;

  private static final long LONG_IDS = 18_999_997;
  private static final long STEP = 7_368_787;

  private final MovieCatalog catalog;
  private final long seed;

  LinksCsv(MovieCatalog catalog, long seed) {
    this.catalog = catalog;
    this.seed = seed;
  }

  void writeTo(EntryWriter out) throws IOException {
    out.text(MovieLensFile.LINKS.header()).endRow();
    RandomStream random = RandomStream.of(seed, "links");
    long shift = random.nextInt((int) SHORT_IDS);
    for (int movie = 0; movie < catalog.size(); movie++) {
      out.number(catalog.id(movie)).ascii(',');
      imdbId(out, movie, shift);
      out.ascii(',');
      if (movie != ALWAYS_EMPTY && !random.chance(EMPTY_SHARE)) {
        out.number(2 + 13L * movie + random.nextInt(13));
      }
      out.endRow();
    }
  }

  private void imdbId(EntryWriter out, int movie, long shift) throws IOException {
    long product = (movie + 1) * STEP + shift;
    if (movie >= catalog.size() * LONG_IDS_FROM) {
      out.number(10_000_000 + product % LONG_IDS);
      return;
    }
    long id = 1 + product % SHORT_IDS;
    for (long bound = 1_000_000; bound > id; bound /= 10) {
      out.ascii('0');
    }
    out.number(id);
  }
}
