package org.spillway.schemas;

/** Encodes a {@link RatingsProfile}. */
public final class RatingsProfileCoder extends WireCoder<RatingsProfile> {
  private static final RatingsProfileCoder INSTANCE = new RatingsProfileCoder();

  private RatingsProfileCoder() {}

  /** The coder. */
  public static RatingsProfileCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(RatingsProfile profile, WireOutput out) {
    profile.write(out);
  }

  @Override
  public RatingsProfile read(WireInput in) {
    return RatingsProfile.read(in);
  }
}
