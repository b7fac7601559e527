package org.spillway.schemas;

/** Encodes an {@link OutputFile}. */
public final class OutputFileCoder extends WireCoder<OutputFile> {
  private static final OutputFileCoder INSTANCE = new OutputFileCoder();

  private OutputFileCoder() {}

  /** The coder. */
  public static OutputFileCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(OutputFile file, WireOutput out) {
    out.putString(file.path());
    out.putString(file.stagedAt());
    out.putVarLong(file.rows());
    out.putVarLong(file.bytes());
    out.putString(file.sha256());
    out.putString(file.schema());
  }

  @Override
  public OutputFile read(WireInput in) {
    return new OutputFile(
        in.getString(),
        in.getString(),
        in.getVarLong(),
        in.getVarLong(),
        in.getString(),
        in.getString());
  }
}
