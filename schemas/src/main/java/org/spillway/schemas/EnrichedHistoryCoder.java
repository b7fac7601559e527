package org.spillway.schemas;

import org.jspecify.annotations.Nullable;

/**
 * Encodes an {@link EnrichedHistory} with every movie's title: many times the size of the history
 * alone. Across a shuffle, move the {@link UserHistory} and join it on the other side.
 */
public final class EnrichedHistoryCoder extends WireCoder<EnrichedHistory> {
  private static final EnrichedHistoryCoder INSTANCE = new EnrichedHistoryCoder();

  private EnrichedHistoryCoder() {}

  /** The coder. */
  public static EnrichedHistoryCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(EnrichedHistory enriched, WireOutput out) {
    UserHistoryCoder.of().write(enriched.history(), out);
    MovieSequence.Writer movies = new MovieSequence.Writer(out);
    for (int i = 0; i < enriched.size(); i++) {
      movies.put(enriched.movie(i));
    }
  }

  @Override
  public EnrichedHistory read(WireInput in) {
    UserHistory history = UserHistoryCoder.of().read(in);
    @Nullable Movie[] movies = new Movie[history.size()];
    MovieSequence.Reader reader = new MovieSequence.Reader(in);
    for (int i = 0; i < movies.length; i++) {
      movies[i] = reader.next(history.movieId(i));
    }
    return EnrichedHistory.of(history, movies);
  }
}
