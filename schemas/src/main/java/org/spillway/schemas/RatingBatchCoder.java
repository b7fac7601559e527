package org.spillway.schemas;

/** Encodes a {@link RatingBatch} column by column. */
public final class RatingBatchCoder extends WireCoder<RatingBatch> {
  private static final RatingBatchCoder INSTANCE = new RatingBatchCoder();

  private RatingBatchCoder() {}

  /** The coder. */
  public static RatingBatchCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(RatingBatch batch, WireOutput out) {
    out.putVarLong(batch.position);
    out.putVarLong(batch.size());
    RatingColumns.writeDeltas(batch.userIds, out);
    RatingColumns.writeDeltas(batch.movieIds, out);
    out.putBytes(batch.halfStars, 0, batch.size());
    RatingColumns.writeDeltas(batch.seconds, out);
  }

  @Override
  public RatingBatch read(WireInput in) {
    long position = in.getVarLong();
    int size = in.getCount();
    return new RatingBatch(
        position,
        RatingColumns.readDeltas(size, in),
        RatingColumns.readDeltas(size, in),
        in.getBytes(size),
        RatingColumns.readDeltas(size, in));
  }

  @Override
  protected int expectedSize(RatingBatch batch) {
    return 16 + 9 * batch.size();
  }
}
