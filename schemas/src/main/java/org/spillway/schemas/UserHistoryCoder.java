package org.spillway.schemas;

/** Encodes a {@link UserHistory} column by column. */
public final class UserHistoryCoder extends WireCoder<UserHistory> {
  private static final UserHistoryCoder INSTANCE = new UserHistoryCoder();

  private UserHistoryCoder() {}

  /** The coder. */
  public static UserHistoryCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(UserHistory history, WireOutput out) {
    out.putVarLong(history.userId);
    out.putVarLong(history.size());
    RatingColumns.writeDeltas(history.movieIds, out);
    out.putBytes(history.halfStars, 0, history.size());
    RatingColumns.writeDeltas(history.seconds, out);
  }

  @Override
  public UserHistory read(WireInput in) {
    int userId = in.getVarInt();
    int size = in.getCount();
    return new UserHistory(
        userId,
        RatingColumns.readDeltas(size, in),
        in.getBytes(size),
        RatingColumns.readDeltas(size, in));
  }

  @Override
  protected int expectedSize(UserHistory history) {
    return 16 + 8 * history.size();
  }
}
