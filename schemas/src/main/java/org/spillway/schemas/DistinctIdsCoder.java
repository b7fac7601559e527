package org.spillway.schemas;

/** Encodes {@link DistinctIds} as the ascending differences between ids. */
public final class DistinctIdsCoder extends WireCoder<DistinctIds> {
  private static final DistinctIdsCoder INSTANCE = new DistinctIdsCoder();

  private DistinctIdsCoder() {}

  /** The coder. */
  public static DistinctIdsCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(DistinctIds ids, WireOutput out) {
    ids.write(out);
  }

  @Override
  public DistinctIds read(WireInput in) {
    return DistinctIds.read(in);
  }
}
