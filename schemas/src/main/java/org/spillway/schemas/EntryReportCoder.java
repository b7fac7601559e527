package org.spillway.schemas;

import java.util.TreeMap;

/** Encodes an {@link EntryReport}. */
public final class EntryReportCoder extends WireCoder<EntryReport> {
  private static final EntryReportCoder INSTANCE = new EntryReportCoder();

  private EntryReportCoder() {}

  /** The coder. */
  public static EntryReportCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(EntryReport report, WireOutput out) {
    out.putString(report.archive());
    out.putString(report.entry());
    out.putVarLong(report.read());
    out.putVarLong(report.accepted());
    out.putVarLong(report.rejected());
    out.putVarLong(report.figures().size());
    report
        .figures()
        .forEach(
            (name, count) -> {
              out.putString(name);
              out.putVarLong(count);
            });
  }

  @Override
  public EntryReport read(WireInput in) {
    String archive = in.getString();
    String entry = in.getString();
    long read = in.getVarLong();
    long accepted = in.getVarLong();
    long rejected = in.getVarLong();
    TreeMap<String, Long> figures = new TreeMap<>();
    for (int left = in.getVarInt(); left > 0; left--) {
      figures.put(in.getString(), in.getVarLong());
    }
    return new EntryReport(archive, entry, read, accepted, rejected, figures);
  }
}
