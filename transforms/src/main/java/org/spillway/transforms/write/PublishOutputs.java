package org.spillway.transforms.write;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.transforms.join.UnionCoder;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.ReadinessCheck;
import org.spillway.transforms.metrics.StepTime;

/**
 * Publishes a run's staged files, all of them or none: once the last one is staged, with {@code
 * manifest.json} and an empty {@code _SUCCESS}, it sets an earlier result aside and moves each file
 * to its place, {@code _SUCCESS} last. The staging folder and the earlier result are gone then.
 *
 * <p>Input: a {@link RunRecord} with at least one output. Output: the {@link Manifest}, one
 * element. It can be tried again at any point. If a staged file is missing, or two outputs have one
 * path, it fails, and an earlier result stays as it was; if it breaks off while files move, {@link
 * OutputFolder#abandon}, or the next run's {@link OutputFolder#begin}, puts the earlier one back.
 *
 * <pre>{@code
 * PCollection<Manifest> published =
 *     new RunRecord(entries, reports, checks, outputs)
 *         .apply("Publish", PublishOutputs.of().withStaging(staging).withParameters(parameters));
 * }</pre>
 */
@AutoValue
public abstract class PublishOutputs extends PTransform<RunRecord, PCollection<Manifest>> {
  private static final long serialVersionUID = 1;

  private static final int ENTRY = 0;
  private static final int REPORT = 1;
  private static final int CHECK = 2;
  private static final int OUTPUT = 3;

  abstract @Nullable Staging staging();

  @SuppressWarnings("AutoValueImmutableFields") // Map.copyOf made it.
  abstract Map<String, String> parameters();

  /** Publishes a manifest without parameters. */
  public static PublishOutputs of() {
    return new AutoValue_PublishOutputs(null, Map.of());
  }

  /** Where the files are staged; without it the transform cannot be applied. */
  public PublishOutputs withStaging(Staging staging) {
    return new AutoValue_PublishOutputs(staging, parameters());
  }

  /**
   * The parameters that the manifest has. Those that change from run to run without changing the
   * result, such as the output folder, would make equal results differ.
   */
  public PublishOutputs withParameters(Map<String, String> parameters) {
    return new AutoValue_PublishOutputs(staging(), Map.copyOf(parameters));
  }

  @Override
  public PCollection<Manifest> expand(RunRecord run) {
    KvCoder<Integer, RawUnionValue> coder =
        KvCoder.of(
            VarIntCoder.of(),
            UnionCoder.of(
                List.of(
                    run.entries().getCoder(),
                    run.reports().getCoder(),
                    run.checks().getCoder(),
                    run.outputs().getCoder())));
    return PCollectionList.of(tagged("Entries", run.entries(), ENTRY, coder))
        .and(tagged("Reports", run.reports(), REPORT, coder))
        .and(tagged("Checks", run.checks(), CHECK, coder))
        .and(tagged("Outputs", run.outputs(), OUTPUT, coder))
        .apply("Flatten", Flatten.pCollections())
        .apply("WaitForAll", GroupByKey.create())
        .apply("Publish", ParDo.of(new PublishFn(Checks.staging(staging()), parameters())))
        .setCoder(ManifestCoder.of());
  }

  private static <T> PCollection<KV<Integer, RawUnionValue>> tagged(
      String name, PCollection<T> values, int tag, KvCoder<Integer, RawUnionValue> coder) {
    return values.apply(name, ParDo.of(new TagFn<T>(tag))).setCoder(coder);
  }

  /** Gives all elements the same key and the tag of the collection that they are from. */
  private static final class TagFn<T> extends DoFn<T, KV<Integer, RawUnionValue>> {
    private static final long serialVersionUID = 1;
    private final int tag;

    TagFn(int tag) {
      this.tag = tag;
    }

    @ProcessElement
    public void process(@Element T value, OutputReceiver<KV<Integer, RawUnionValue>> out) {
      out.output(KV.of(0, new RawUnionValue(tag, value)));
    }
  }

  private static final class PublishFn
      extends DoFn<KV<Integer, Iterable<RawUnionValue>>, Manifest> {
    private static final long serialVersionUID = 1;
    private final Staging staging;
    private final Map<String, String> parameters;

    PublishFn(Staging staging, Map<String, String> parameters) {
      this.staging = staging;
      this.parameters = parameters;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<RawUnionValue>> group, OutputReceiver<Manifest> out)
        throws IOException {
      StepTime.measure(
          () -> {
            List<ArchiveEntry> entries = new ArrayList<>();
            List<EntryReport> reports = new ArrayList<>();
            List<ReadinessCheck> checks = new ArrayList<>();
            List<OutputFile> outputs = new ArrayList<>();
            for (RawUnionValue value : group.getValue()) {
              switch (value.getUnionTag()) {
                case ENTRY -> entries.add((ArchiveEntry) value.getValue());
                case REPORT -> reports.add((EntryReport) value.getValue());
                case CHECK -> checks.add((ReadinessCheck) value.getValue());
                default -> outputs.add((OutputFile) value.getValue());
              }
            }
            Manifest manifest =
                new Manifest(
                    SpillwayVersion.get(),
                    ReleaseInfo.getReleaseInfo().getVersion(),
                    entries,
                    reports,
                    new TreeMap<>(parameters),
                    checks,
                    outputs.stream().map(PublishedFile::of).toList());
            new Publication(staging, manifest, outputs).run();
            out.output(manifest);
          });
    }
  }
}
