package org.spillway.schemas;

/** Encodes a {@link ReadinessCheck}. */
public final class ReadinessCheckCoder extends WireCoder<ReadinessCheck> {
  private static final ReadinessCheckCoder INSTANCE = new ReadinessCheckCoder();

  private ReadinessCheckCoder() {}

  /** The coder. */
  public static ReadinessCheckCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(ReadinessCheck check, WireOutput out) {
    out.putString(check.check());
    Cells.write(check.value(), out);
    out.putString(check.notes());
  }

  @Override
  public ReadinessCheck read(WireInput in) {
    return new ReadinessCheck(in.getString(), Cells.read(in), in.getString());
  }
}
