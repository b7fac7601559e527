package org.spillway.schemas;

import org.jspecify.annotations.Nullable;

/** Encodes {@link ItemFeatures}. */
public final class ItemFeaturesCoder extends WireCoder<ItemFeatures> {
  private static final ItemFeaturesCoder INSTANCE = new ItemFeaturesCoder();

  private ItemFeaturesCoder() {}

  /** The coder. */
  public static ItemFeaturesCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(ItemFeatures item, WireOutput out) {
    out.putVarLong(item.movieId());
    MovieCoder.of().writeNullable(item.movie(), out);
    out.putVarLong(item.ratings());
    out.putVarLong(item.halfStarSum());
    out.putVarLong(item.liked());
    out.putVarLong(item.firstTimestamp());
    out.putVarLong(item.lastTimestamp() - item.firstTimestamp());
    out.putByte(item.popularity().number());
  }

  @Override
  public ItemFeatures read(WireInput in) {
    int movieId = in.getVarInt();
    @Nullable Movie movie = MovieCoder.of().readNullable(in);
    int ratings = in.getVarInt();
    long halfStarSum = in.getVarLong();
    int liked = in.getVarInt();
    long first = in.getVarLong();
    long last = first + in.getVarLong();
    return new ItemFeatures(
        movieId,
        movie,
        ratings,
        halfStarSum,
        liked,
        first,
        last,
        PopularityBucket.ofNumber(in.getByte()));
  }

  @Override
  protected int expectedSize(ItemFeatures item) {
    return 128;
  }
}
