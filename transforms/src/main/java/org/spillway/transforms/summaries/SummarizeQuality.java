package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.gather.Gather;

/**
 * Accounts for every row that was read: the table data_quality, with rows read, accepted and
 * rejected of each entry and then what else its reader counted, by name. By archive, then entry.
 */
@AutoValue
public abstract class SummarizeQuality
    extends PTransform<PCollection<EntryReport>, PCollection<SummaryTable>> {

  /** Summarizes reports. */
  public static SummarizeQuality create() {
    return new AutoValue_SummarizeQuality();
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<EntryReport> reports) {
    return reports
        .apply("Gather", Gather.all())
        .apply("Tables", Tabulate.with(SummarizeQuality::tables));
  }

  static List<SummaryTable> tables(List<EntryReport> reports) {
    SummaryTable.Builder table =
        SummaryTable.builder("data_quality", "archive", "entry", "figure", "count");
    reports.stream()
        .sorted(Comparator.comparing(EntryReport::archive).thenComparing(EntryReport::entry))
        .forEach(
            report -> {
              String archive = report.archive();
              String entry = report.entry();
              table.row(archive, entry, "rows_read", report.read());
              table.row(archive, entry, "rows_accepted", report.accepted());
              table.row(archive, entry, "rows_rejected", report.rejected());
              report.figures().forEach((figure, count) -> table.row(archive, entry, figure, count));
            });
    return List.of(table.build());
  }
}
