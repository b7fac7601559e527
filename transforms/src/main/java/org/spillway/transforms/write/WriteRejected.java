package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.RejectedRow;
import org.spillway.transforms.metrics.StepTime;

/**
 * Stages the rejected rows of each entry as {@code rejected/<entry>.csv}, such as {@code
 * rejected/ratings.csv}, with the columns line, column, reason and text, in the order of the entry.
 * If rows of several archives were rejected, or {@link #withArchives} says so, the archive comes
 * first, as a column and in the order.
 *
 * <p>Input: rejected rows in any order. Output: an {@link OutputFile} for each entry that has some.
 * The text is a stranger's, so it is neutralized as in {@link CsvTable#renderNeutralized}.
 *
 * <p>Memory: the rejected rows of an entry, a few hundred bytes each; a reader that rejects more
 * than a small share is expected to fail.
 *
 * <pre>{@code
 * rejected.apply("WriteRejected", WriteRejected.of().withStaging(staging));
 * }</pre>
 */
@AutoValue
public abstract class WriteRejected
    extends PTransform<PCollection<RejectedRow>, PCollection<OutputFile>> {
  private static final long serialVersionUID = 1;

  private static final Comparator<RejectedRow> FILE_ORDER =
      Comparator.comparing(RejectedRow::archive)
          .thenComparing(RejectedRow::entry)
          .thenComparingLong(RejectedRow::line)
          .thenComparing(RejectedRow::column)
          .thenComparing(RejectedRow::reason)
          .thenComparing(RejectedRow::text);

  abstract @Nullable Staging staging();

  abstract boolean hasArchives();

  /** Writes a file for each entry with rejected rows. */
  public static WriteRejected of() {
    return new AutoValue_WriteRejected(null, false);
  }

  /** Stages here; without it the transform cannot be applied. */
  public WriteRejected withStaging(Staging staging) {
    return new AutoValue_WriteRejected(staging, hasArchives());
  }

  /** Names each row's archive, even if all rejected rows are of one. */
  public WriteRejected withArchives() {
    return new AutoValue_WriteRejected(staging(), true);
  }

  @Override
  public PCollection<OutputFile> expand(PCollection<RejectedRow> rows) {
    return rows.apply(
            "KeyByEntry",
            WithKeys.of((RejectedRow row) -> baseName(row.entry()))
                .withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), rows.getCoder()))
        .apply("GroupByEntry", GroupByKey.create())
        .apply("WriteEntry", ParDo.of(new WriteFn(Checks.staging(staging()), hasArchives())));
  }

  private static String baseName(String entry) {
    return entry.substring(entry.lastIndexOf('/') + 1);
  }

  /** The rows as CSV. */
  static String render(List<RejectedRow> rows, boolean withArchive) {
    List<RejectedRow> ordered = new ArrayList<>(rows);
    ordered.sort(FILE_ORDER);
    Csv csv = new Csv().row(List.copyOf(columns(withArchive)));
    for (RejectedRow row : ordered) {
      List<@Nullable String> cells = new ArrayList<>();
      if (withArchive) {
        cells.add(Csv.neutralized(row.archive()));
      }
      cells.add(Long.toString(row.line()));
      cells.add(Csv.neutralized(row.column()));
      cells.add(Csv.neutralized(row.reason()));
      cells.add(Csv.neutralized(row.text()));
      csv.row(cells);
    }
    return csv.toString();
  }

  private static List<String> columns(boolean withArchive) {
    return withArchive
        ? List.of("archive", "line", "column", "reason", "text")
        : List.of("line", "column", "reason", "text");
  }

  private static boolean hasSeveralArchives(List<RejectedRow> rows) {
    return rows.stream().map(RejectedRow::archive).distinct().count() > 1;
  }

  private static final class WriteFn extends DoFn<KV<String, Iterable<RejectedRow>>, OutputFile> {
    private static final long serialVersionUID = 1;
    private final Staging staging;
    private final boolean hasArchives;

    WriteFn(Staging staging, boolean hasArchives) {
      this.staging = staging;
      this.hasArchives = hasArchives;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<RejectedRow>> entry, OutputReceiver<OutputFile> out)
        throws IOException {
      StepTime.measure(
          () -> {
            List<RejectedRow> rows = new ArrayList<>();
            entry.getValue().forEach(rows::add);
            boolean withArchive = hasArchives || hasSeveralArchives(rows);
            out.output(
                StagedFile.write(
                    staging,
                    "rejected/" + entry.getKey(),
                    render(rows, withArchive).getBytes(UTF_8),
                    rows.size(),
                    Csv.header(columns(withArchive))));
          });
    }
  }
}
