package org.spillway.schemas;

import java.util.ArrayList;
import java.util.List;

/** Encodes a {@link SeedSlate}. */
public final class SeedSlateCoder extends WireCoder<SeedSlate> {
  private static final SeedSlateCoder INSTANCE = new SeedSlateCoder();

  private SeedSlateCoder() {}

  /** The coder. */
  public static SeedSlateCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(SeedSlate slate, WireOutput out) {
    out.putVarLong(slate.userId());
    out.putVarLong(slate.items().size());
    MovieSequence.Writer movies = new MovieSequence.Writer(out);
    for (SlateItem item : slate.items()) {
      out.putVarLong(item.movieId());
      movies.put(item.movie());
      out.putByte(item.halfStars());
      out.putBoolean(item.highRelevance());
      out.putVarLong(item.timestamp());
    }
  }

  @Override
  public SeedSlate read(WireInput in) {
    int userId = in.getVarInt();
    int size = in.getCount();
    List<SlateItem> items = new ArrayList<>(size);
    MovieSequence.Reader movies = new MovieSequence.Reader(in);
    for (int i = 0; i < size; i++) {
      int movieId = in.getVarInt();
      items.add(
          new SlateItem(
              movieId, movies.next(movieId), in.getByte(), in.getBoolean(), in.getVarLong()));
    }
    return new SeedSlate(userId, items);
  }

  @Override
  protected int expectedSize(SeedSlate slate) {
    return 16 + 96 * slate.items().size();
  }
}
