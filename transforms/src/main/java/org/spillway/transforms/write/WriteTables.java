package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.metrics.StepTime;

/**
 * Stages every table as {@code writeup/tables/<name>.csv} (setup spec, section 10); {@link
 * CsvTable} says how cells are written.
 *
 * <p>Input: tables with different names, in any order. Output: an {@link OutputFile} for each. A
 * table that is named in {@link #withNeutralized} holds text that strangers have typed, and is
 * written so that a spreadsheet does not run it: {@code +1} becomes {@code '+1}. The text of all
 * other tables is published to the letter, since readers join on it.
 *
 * <pre>{@code
 * tables.apply("WriteTables", WriteTables.of().withStaging(staging));
 * }</pre>
 */
@AutoValue
public abstract class WriteTables
    extends PTransform<PCollection<SummaryTable>, PCollection<OutputFile>> {
  private static final long serialVersionUID = 1;

  abstract @Nullable Staging staging();

  @SuppressWarnings("AutoValueImmutableFields") // Map.copyOf made it.
  abstract Map<String, String> paths();

  @SuppressWarnings("AutoValueImmutableFields") // Set.copyOf made it.
  abstract Set<String> neutralized();

  /**
   * Writes all tables to one folder. Those with tags or with the names of entries are neutralized:
   * anybody may have made them up, and nothing is joined on them.
   */
  public static WriteTables of() {
    return new AutoValue_WriteTables(null, Map.of(), Set.of("top_tags", "archive", "data_quality"));
  }

  /** Stages here; without it the transform cannot be applied. */
  public WriteTables withStaging(Staging staging) {
    return new AutoValue_WriteTables(staging, paths(), neutralized());
  }

  /** Publishes the table of this name at this path instead, relative to the output folder. */
  public WriteTables withPath(String table, String path) {
    Map<String, String> paths = new HashMap<>(paths());
    paths.put(table, Staging.checkedPath(path));
    return new AutoValue_WriteTables(staging(), Map.copyOf(paths), neutralized());
  }

  /** The names of the tables whose text is neutralized. */
  public WriteTables withNeutralized(Set<String> tables) {
    return new AutoValue_WriteTables(staging(), paths(), Set.copyOf(tables));
  }

  @Override
  public PCollection<OutputFile> expand(PCollection<SummaryTable> tables) {
    return tables.apply(
        "WriteTable", ParDo.of(new WriteFn(Checks.staging(staging()), paths(), neutralized())));
  }

  private static final class WriteFn extends DoFn<SummaryTable, OutputFile> {
    private static final long serialVersionUID = 1;
    private final Staging staging;
    private final Map<String, String> paths;
    private final Set<String> neutralized;

    WriteFn(Staging staging, Map<String, String> paths, Set<String> neutralized) {
      this.staging = staging;
      this.paths = paths;
      this.neutralized = neutralized;
    }

    @ProcessElement
    public void process(@Element SummaryTable table, OutputReceiver<OutputFile> out)
        throws IOException {
      StepTime.measure(
          () -> {
            String path =
                paths.getOrDefault(table.name(), "writeup/tables/" + table.name() + ".csv");
            String csv =
                neutralized.contains(table.name())
                    ? CsvTable.renderNeutralized(table)
                    : CsvTable.render(table);
            out.output(
                StagedFile.write(
                    staging,
                    path,
                    csv.getBytes(UTF_8),
                    table.rows().size(),
                    Csv.header(table.columns())));
          });
    }
  }
}
