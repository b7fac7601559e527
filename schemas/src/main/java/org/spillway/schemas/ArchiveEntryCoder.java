package org.spillway.schemas;

/** Encodes an {@link ArchiveEntry}. */
public final class ArchiveEntryCoder extends WireCoder<ArchiveEntry> {
  private static final ArchiveEntryCoder INSTANCE = new ArchiveEntryCoder();

  private ArchiveEntryCoder() {}

  /** The coder. */
  public static ArchiveEntryCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(ArchiveEntry entry, WireOutput out) {
    out.putString(entry.archive());
    out.putString(entry.name());
    out.putVarLong(entry.compressedBytes());
    out.putVarLong(entry.uncompressedBytes());
    out.putVarLong(entry.crc32());
  }

  @Override
  public ArchiveEntry read(WireInput in) {
    return new ArchiveEntry(
        in.getString(), in.getString(), in.getVarLong(), in.getVarLong(), in.getVarLong());
  }
}
