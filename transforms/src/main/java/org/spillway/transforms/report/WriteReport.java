package org.spillway.transforms.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.metrics.StepTime;
import org.spillway.transforms.write.StagedFile;
import org.spillway.transforms.write.Staging;

/**
 * Stages the report of a run as {@value #PATH}: one self-contained page with every summary table,
 * the figures and the readiness checks.
 *
 * <p>In: every summary table of the run, in any order, with the judgements of them; those tables
 * that the figures need must be among them. Out: the staged file. The page depends on tables,
 * checks and parameters alone.
 *
 * <pre>{@code
 * readiness
 *     .judged()
 *     .apply("WriteReport", WriteReport.of(staging).withParameters(parameters));
 * }</pre>
 */
@AutoValue
public abstract class WriteReport
    extends PTransform<
        PCollection<KV<List<SummaryTable>, List<Judgement>>>, PCollection<OutputFile>> {
  private static final long serialVersionUID = 1;

  /** Where the page is published, relative to the output folder. */
  public static final String PATH = "report.html";

  abstract Staging staging();

  @SuppressWarnings("AutoValueImmutableFields") // Map.copyOf made it.
  abstract Map<String, String> parameters();

  /** Shows no parameters, and stages the file here. */
  public static WriteReport of(Staging staging) {
    return new AutoValue_WriteReport(staging, Map.of());
  }

  /** Shows these as the run's input and parameters, by name. */
  public WriteReport withParameters(Map<String, String> parameters) {
    return new AutoValue_WriteReport(staging(), Map.copyOf(parameters));
  }

  @Override
  public PCollection<OutputFile> expand(
      PCollection<KV<List<SummaryTable>, List<Judgement>>> judged) {
    return judged.apply("Write", ParDo.of(new WriteFn(parameters(), staging())));
  }

  private static final class WriteFn
      extends DoFn<KV<List<SummaryTable>, List<Judgement>>, OutputFile> {
    private static final long serialVersionUID = 1;
    private final Map<String, String> parameters;
    private final Staging staging;

    WriteFn(Map<String, String> parameters, Staging staging) {
      this.parameters = parameters;
      this.staging = staging;
    }

    @ProcessElement
    public void process(
        @Element KV<List<SummaryTable>, List<Judgement>> judged, OutputReceiver<OutputFile> out)
        throws IOException {
      StepTime.measure(
          () -> {
            Map<String, SummaryTable> byName = new HashMap<>();
            judged.getKey().forEach(table -> byName.put(table.name(), table));
            String page = ReportPage.of(ReportContent.of(parameters, byName, judged.getValue()));
            out.output(StagedFile.write(staging, PATH, page.getBytes(UTF_8), 0, ""));
          });
    }
  }
}
