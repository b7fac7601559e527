package org.spillway.transforms.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.OutputFileCoder;
import org.spillway.schemas.ReadinessCheck;
import org.spillway.schemas.ReadinessCheckCoder;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.write.CsvTable;
import org.spillway.transforms.write.StagedFile;
import org.spillway.transforms.write.Staging;

/**
 * Proves that the data is ready for later pipelines: the seed's seven checks (setup spec, section
 * 10), staged as {@code processed/movielens_interference_setup_readiness.csv} and emitted as {@link
 * ReadinessCheck}s, in the seed's order.
 *
 * <p>In: every summary table of the run; archive, full_rating_summary, slate_seed_summary and
 * cluster_readiness must be among them. The checks read tables only, never the data.
 *
 * <pre>{@code
 * WriteReadiness.Result readiness = tables.apply("WriteReadiness", WriteReadiness.of(staging));
 * }</pre>
 */
@AutoValue
public abstract class WriteReadiness
    extends PTransform<PCollection<SummaryTable>, WriteReadiness.Result> {

  /** Where the file is published, relative to the output folder. */
  public static final String PATH = "processed/movielens_interference_setup_readiness.csv";

  private static final TupleTag<ReadinessCheck> CHECKS = new TupleTag<>() {};
  private static final TupleTag<OutputFile> FILES = new TupleTag<>() {};

  abstract Staging staging();

  /** Stages the file here. */
  public static WriteReadiness of(Staging staging) {
    return new AutoValue_WriteReadiness(staging);
  }

  @Override
  public Result expand(PCollection<SummaryTable> tables) {
    PCollectionView<Iterable<SummaryTable>> all = tables.apply("All", View.asIterable());
    return new Result(
        tables
            .getPipeline()
            .apply("Once", Impulse.create())
            .apply(
                "Check",
                ParDo.of(new CheckFn(all, staging()))
                    .withSideInput("tables", all)
                    .withOutputTags(CHECKS, TupleTagList.of(FILES))));
  }

  /** The checks as a table with the columns check, value and notes. */
  static SummaryTable table(List<ReadinessCheck> checks) {
    SummaryTable.Builder table = SummaryTable.builder("readiness", "check", "value", "notes");
    checks.forEach(check -> table.row(check.check(), check.value(), check.notes()));
    return table.build();
  }

  /** The checks, and the file that holds them. */
  public static final class Result implements POutput {
    private final PCollectionTuple outputs;

    private Result(PCollectionTuple outputs) {
      this.outputs = outputs;
      outputs.get(CHECKS).setCoder(ReadinessCheckCoder.of());
      outputs.get(FILES).setCoder(OutputFileCoder.of());
    }

    /** The checks. */
    public PCollection<ReadinessCheck> checks() {
      return outputs.get(CHECKS);
    }

    /** The staged file. */
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

  private static final class CheckFn extends DoFn<byte[], ReadinessCheck> {
    private final PCollectionView<Iterable<SummaryTable>> tables;
    private final Staging staging;

    CheckFn(PCollectionView<Iterable<SummaryTable>> tables, Staging staging) {
      this.tables = tables;
      this.staging = staging;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
      Map<String, SummaryTable> byName = new HashMap<>();
      context.sideInput(tables).forEach(table -> byName.put(table.name(), table));
      List<ReadinessCheck> checks = SetupChecks.of(byName);
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
    }
  }
}
