package org.spillway.transforms.write;

import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.ReadinessCheck;

/**
 * All that a run tells of itself: what {@link PublishOutputs} waits for, and what goes into the
 * {@link Manifest}.
 *
 * @param entries the entries of the archives that were read
 * @param reports the account of each entry that was read
 * @param checks the readiness checks
 * @param outputs every staged file of the run
 */
public record RunRecord(
    PCollection<ArchiveEntry> entries,
    PCollection<EntryReport> reports,
    PCollection<ReadinessCheck> checks,
    PCollection<OutputFile> outputs)
    implements PInput {

  private static final TupleTag<ArchiveEntry> ENTRIES = new TupleTag<>("entries");
  private static final TupleTag<EntryReport> REPORTS = new TupleTag<>("reports");
  private static final TupleTag<ReadinessCheck> CHECKS = new TupleTag<>("checks");
  private static final TupleTag<OutputFile> OUTPUTS = new TupleTag<>("outputs");

  /** Applies a transform, such as {@link PublishOutputs}, under this name. */
  public <T extends POutput> T apply(String name, PTransform<? super RunRecord, T> transform) {
    return Pipeline.applyTransform(name, this, transform);
  }

  @Override
  public Pipeline getPipeline() {
    return outputs.getPipeline();
  }

  @Override
  public Map<TupleTag<?>, PValue> expand() {
    Map<TupleTag<?>, PValue> inputs = new HashMap<>();
    inputs.put(ENTRIES, entries);
    inputs.put(REPORTS, reports);
    inputs.put(CHECKS, checks);
    inputs.put(OUTPUTS, outputs);
    return inputs;
  }
}
