package org.spillway.transforms.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.write.StagedFile;
import org.spillway.transforms.write.Staging;

/**
 * Stages the report of a run as {@value #PATH}: one self-contained page with every summary table,
 * the figures and the readiness checks.
 *
 * <p>In: every summary table of the run, in any order; those that the figures need must be among
 * them. The readiness checks are a side input. Out: the staged file. The page depends on tables,
 * checks and parameters alone.
 *
 * <pre>{@code
 * tables.apply(
 *     "WriteReport",
 *     WriteReport.of(readiness.judgements(), staging).withParameters(parameters));
 * }</pre>
 */
@AutoValue
public abstract class WriteReport
    extends PTransform<PCollection<SummaryTable>, PCollection<OutputFile>> {
  private static final long serialVersionUID = 1;

  /** Where the page is published, relative to the output folder. */
  public static final String PATH = "report.html";

  abstract PCollection<Judgement> judgements();

  abstract Staging staging();

  @SuppressWarnings("AutoValueImmutableFields") // Map.copyOf made it.
  abstract Map<String, String> parameters();

  /** Shows these readiness checks and no parameters, and stages the file here. */
  public static WriteReport of(PCollection<Judgement> judgements, Staging staging) {
    return new AutoValue_WriteReport(judgements, staging, Map.of());
  }

  /** Shows these as the run's input and parameters, by name. */
  public WriteReport withParameters(Map<String, String> parameters) {
    return new AutoValue_WriteReport(judgements(), staging(), Map.copyOf(parameters));
  }

  @Override
  public PCollection<OutputFile> expand(PCollection<SummaryTable> tables) {
    PCollectionView<Iterable<SummaryTable>> allTables =
        tables.apply("AllTables", View.asIterable());
    PCollectionView<Iterable<Judgement>> allJudgements =
        judgements().apply("AllJudgements", View.asIterable());
    return tables
        .getPipeline()
        .apply("Once", Impulse.create())
        .apply(
            "Write",
            ParDo.of(new WriteFn(allTables, allJudgements, parameters(), staging()))
                .withSideInput("tables", allTables)
                .withSideInput("judgements", allJudgements));
  }

  private static final class WriteFn extends DoFn<byte[], OutputFile> {
    private static final long serialVersionUID = 1;
    private final PCollectionView<Iterable<SummaryTable>> tables;
    private final PCollectionView<Iterable<Judgement>> judgements;
    private final Map<String, String> parameters;
    private final Staging staging;

    WriteFn(
        PCollectionView<Iterable<SummaryTable>> tables,
        PCollectionView<Iterable<Judgement>> judgements,
        Map<String, String> parameters,
        Staging staging) {
      this.tables = tables;
      this.judgements = judgements;
      this.parameters = parameters;
      this.staging = staging;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
      Map<String, SummaryTable> byName = new HashMap<>();
      context.sideInput(tables).forEach(table -> byName.put(table.name(), table));
      List<Judgement> checks = new ArrayList<>();
      context.sideInput(judgements).forEach(checks::add);
      String page = ReportPage.of(ReportContent.of(parameters, byName, checks));
      context.output(StagedFile.write(staging, PATH, page.getBytes(UTF_8), 0, ""));
    }
  }
}
