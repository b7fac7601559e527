package org.spillway.transforms.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.JudgementCoder;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.OutputFileCoder;
import org.spillway.schemas.ReadinessCheck;
import org.spillway.schemas.ReadinessCheckCoder;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.SummaryTableCoder;
import org.spillway.transforms.metrics.StepTime;
import org.spillway.transforms.write.CsvTable;
import org.spillway.transforms.write.StagedFile;
import org.spillway.transforms.write.Staging;

/**
 * Proves that the data is ready for later pipelines, or says why it is not.
 *
 * <ul>
 *   <li>The seed's seven {@link ReadinessCheck}s (setup spec, section 10), staged as {@value
 *       #PATH}.
 *   <li>{@link Judgement}s with a threshold and a severity, staged as {@value #JUDGEMENTS_PATH}: of
 *       rows accounted for, the sample, the slates and the clusters, and what a pipeline
 *       {@linkplain #withExpectations expects} beside.
 * </ul>
 *
 * <p>In: every summary table of the run, as one list. The checks read tables only, never the data.
 * A failed judgement does not fail the pipeline: what follows from it is for its caller to say.
 *
 * <pre>{@code
 * WriteReadiness.Result readiness = tables.apply("WriteReadiness", WriteReadiness.of(staging));
 * }</pre>
 */
@AutoValue
public abstract class WriteReadiness
    extends PTransform<PCollection<List<SummaryTable>>, WriteReadiness.Result> {

  /** Where the file is published, relative to the output folder. */
  public static final String PATH = "processed/movielens_interference_setup_readiness.csv";

  /** Where the judgements are published, relative to the output folder. */
  public static final String JUDGEMENTS_PATH = "processed/readiness.json";

  private static final TupleTag<ReadinessCheck> CHECKS = new TupleTag<>() {};
  private static final TupleTag<KV<List<SummaryTable>, List<Judgement>>> JUDGED =
      new TupleTag<>() {};
  private static final TupleTag<OutputFile> FILES = new TupleTag<>() {};

  abstract Staging staging();

  abstract List<Expectation> expectations();

  /** Stages the files here. */
  public static WriteReadiness of(Staging staging) {
    return new AutoValue_WriteReadiness(staging, List.of());
  }

  /** Judges these too, after the usual ones. */
  public WriteReadiness withExpectations(List<Expectation> expectations) {
    return new AutoValue_WriteReadiness(staging(), List.copyOf(expectations));
  }

  @Override
  public Result expand(PCollection<List<SummaryTable>> tables) {
    return new Result(
        tables.apply(
            "Check",
            ParDo.of(new CheckFn(staging(), expectations()))
                .withOutputTags(CHECKS, TupleTagList.of(FILES).and(JUDGED))));
  }

  /** Every judgement of a run, in the order in which the file has them. */
  static List<Judgement> judgements(RunTables tables, List<Expectation> expectations) {
    List<Judgement> judgements = new ArrayList<>(DataJudgements.of(tables));
    judgements.addAll(DesignJudgements.of(tables));
    expectations.forEach(expectation -> judgements.add(expectation.judge(tables)));
    return judgements;
  }

  /** The checks as a table with the columns check, value and notes. */
  static SummaryTable table(List<ReadinessCheck> checks) {
    SummaryTable.Builder table = SummaryTable.builder("readiness", "check", "value", "notes");
    checks.forEach(check -> table.row(check.check(), check.value(), check.notes()));
    return table.build();
  }

  /** The checks, the judgements, and the files that hold them. */
  public static final class Result implements POutput {
    private final PCollectionTuple outputs;

    private Result(PCollectionTuple outputs) {
      this.outputs = outputs;
      outputs.get(CHECKS).setCoder(ReadinessCheckCoder.of());
      outputs
          .get(JUDGED)
          .setCoder(
              KvCoder.of(ListCoder.of(SummaryTableCoder.of()), ListCoder.of(JudgementCoder.of())));
      outputs.get(FILES).setCoder(OutputFileCoder.of());
    }

    /** The seed's checks. */
    public PCollection<ReadinessCheck> checks() {
      return outputs.get(CHECKS);
    }

    /** The tables with every judgement of them, in the order in which the file has them. */
    public PCollection<KV<List<SummaryTable>, List<Judgement>>> judged() {
      return outputs.get(JUDGED);
    }

    /** The staged files. */
    public PCollection<OutputFile> files() {
      return outputs.get(FILES);
    }

    @Override
    public Pipeline getPipeline() {
      return outputs.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return outputs.expand();
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class CheckFn extends DoFn<List<SummaryTable>, ReadinessCheck> {
    private final Staging staging;
    private final List<Expectation> expectations;

    CheckFn(Staging staging, List<Expectation> expectations) {
      this.staging = staging;
      this.expectations = expectations;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
      StepTime.measure(
          () -> {
            RunTables run = new RunTables(context.element());
            List<ReadinessCheck> checks = SetupChecks.of(run);
            checks.forEach(context::output);
            SummaryTable table = table(checks);
            context.output(
                FILES,
                StagedFile.write(
                    staging,
                    PATH,
                    CsvTable.render(table).getBytes(UTF_8),
                    checks.size(),
                    String.join(",", table.columns())));

            List<Judgement> judgements = judgements(run, expectations);
            context.output(JUDGED, KV.of(context.element(), judgements));
            context.output(
                FILES,
                StagedFile.write(
                    staging,
                    JUDGEMENTS_PATH,
                    JudgementsJson.write(judgements).getBytes(UTF_8),
                    0,
                    ""));
          });
    }
  }
}
