package org.spillway.schemas;

/** Encodes a {@link RejectedRow}. */
public final class RejectedRowCoder extends WireCoder<RejectedRow> {
  private static final RejectedRowCoder INSTANCE = new RejectedRowCoder();

  private RejectedRowCoder() {}

  /** The coder. */
  public static RejectedRowCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(RejectedRow row, WireOutput out) {
    out.putString(row.archive());
    out.putString(row.entry());
    out.putVarLong(row.line());
    out.putString(row.column());
    out.putString(row.reason());
    out.putString(row.text());
  }

  @Override
  public RejectedRow read(WireInput in) {
    return new RejectedRow(
        in.getString(),
        in.getString(),
        in.getVarLong(),
        in.getString(),
        in.getString(),
        in.getString());
  }
}
