package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.gather.Gather;

/**
 * Lists what the archive holds: the table archive (setup spec, section 10), by uncompressed size
 * descending, then name; sizes in units of 1,000,000 bytes. If there are several archives, a file's
 * archive is in front of its name: {@code part-1.zip!ml/ratings.csv}. No table comes out if no
 * entry goes in.
 */
@AutoValue
public abstract class SummarizeEntries
    extends PTransform<PCollection<ArchiveEntry>, PCollection<SummaryTable>> {
  private static final double MEGABYTE = 1_000_000;

  /** Summarizes entries. */
  public static SummarizeEntries create() {
    return new AutoValue_SummarizeEntries();
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<ArchiveEntry> entries) {
    return entries
        .apply("Gather", Gather.all())
        .apply("Tables", Tabulate.with(SummarizeEntries::tables));
  }

  static List<SummaryTable> tables(List<ArchiveEntry> entries) {
    boolean hasParts = entries.stream().map(ArchiveEntry::archive).distinct().count() > 1;
    SummaryTable.Builder table =
        SummaryTable.builder("archive", "file", "compressed_mb", "uncompressed_mb");
    entries.stream()
        .sorted(
            Comparator.comparingLong(ArchiveEntry::uncompressedBytes)
                .reversed()
                .thenComparing(ArchiveEntry::name)
                .thenComparing(ArchiveEntry::archive))
        .forEach(
            entry ->
                table.row(
                    hasParts ? entry.archive() + "!" + entry.name() : entry.name(),
                    entry.compressedBytes() / MEGABYTE,
                    entry.uncompressedBytes() / MEGABYTE));
    return List.of(table.build());
  }
}
