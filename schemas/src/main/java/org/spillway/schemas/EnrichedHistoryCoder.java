package org.spillway.schemas;

import org.jspecify.annotations.Nullable;

/**
 * Encodes an {@link EnrichedHistory} with every movie's text: many times the size of the history
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
    for (int i = 0; i < enriched.size(); i++) {
      MovieCoder.of().writeNullable(enriched.movie(i), out);
    }
  }

  @Override
  public EnrichedHistory read(WireInput in) {
    UserHistory history = UserHistoryCoder.of().read(in);
    @Nullable Movie[] movies = new Movie[history.size()];
    for (int i = 0; i < movies.length; i++) {
      movies[i] = MovieCoder.of().readNullable(in);
    }
    return EnrichedHistory.of(history, movies);
  }
}
