package org.spillway.schemas;

/** Encodes {@link UserFeatures}. */
public final class UserFeaturesCoder extends WireCoder<UserFeatures> {
  private static final UserFeaturesCoder INSTANCE = new UserFeaturesCoder();

  private UserFeaturesCoder() {}

  /** The coder. */
  public static UserFeaturesCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(UserFeatures user, WireOutput out) {
    out.putVarLong(user.userId());
    out.putVarLong(user.ratings());
    out.putVarLong(user.halfStarSum());
    out.putVarLong(user.liked());
    out.putVarLong(user.firstTimestamp());
    out.putVarLong(user.lastTimestamp() - user.firstTimestamp());
    out.putVarLong(user.activeYears());
    out.putVarLong(user.uniquePrimaryGenres());
  }

  @Override
  public UserFeatures read(WireInput in) {
    int userId = in.getVarInt();
    int ratings = in.getVarInt();
    long halfStarSum = in.getVarLong();
    int liked = in.getVarInt();
    long first = in.getVarLong();
    long last = first + in.getVarLong();
    return new UserFeatures(
        userId, ratings, halfStarSum, liked, first, last, in.getVarInt(), in.getVarInt());
  }
}
