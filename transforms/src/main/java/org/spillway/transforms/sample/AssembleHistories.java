package org.spillway.transforms.sample;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchCoder;
import org.spillway.schemas.UserHistory;
import org.spillway.transforms.metrics.StepTime;

/**
 * Puts the ratings of each user together: one {@link UserHistory} a user, in the order of the file
 * whatever the order in which batches arrive. Repeated (user, movie) rows are kept.
 *
 * <p>Shuffles by a hash partition of the users and not by user: a key costs far more than a rating.
 * One partition's ratings are in memory at a time, at about 26 bytes each while they are put
 * together. Use a multiple of the parallelism on a cluster.
 *
 * <pre>{@code
 * PCollection<UserHistory> histories =
 *     sample.apply("Assemble", AssembleHistories.create().withPartitions(8));
 * }</pre>
 */
@AutoValue
public abstract class AssembleHistories
    extends PTransform<PCollection<RatingBatch>, PCollection<UserHistory>> {

  abstract int partitions();

  /** Assembles in one partition. */
  public static AssembleHistories create() {
    return new AutoValue_AssembleHistories(1);
  }

  /**
   * Spreads the users over this many partitions.
   *
   * @throws IllegalArgumentException if {@code partitions} is under 1
   */
  public AssembleHistories withPartitions(int partitions) {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1, but was: " + partitions);
    }
    return new AutoValue_AssembleHistories(partitions);
  }

  @Override
  public PCollection<UserHistory> expand(PCollection<RatingBatch> ratings) {
    return ratings
        .apply("SplitByPartition", ParDo.of(new SplitFn(partitions())))
        .setCoder(KvCoder.of(VarIntCoder.of(), RatingBatchCoder.of()))
        .apply("GroupByPartition", GroupByKey.create())
        .apply("Assemble", ParDo.of(new AssembleFn()));
  }

  private static final class SplitFn extends DoFn<RatingBatch, KV<Integer, RatingBatch>> {
    private final int partitions;

    SplitFn(int partitions) {
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(@Element RatingBatch batch, OutputReceiver<KV<Integer, RatingBatch>> out) {
      StepTime.measure(
          () -> {
            RatingBatch[] pieces = HistoryAssembly.split(batch, partitions);
            for (int partition = 0; partition < partitions; partition++) {
              if (pieces[partition] != null) {
                out.output(KV.of(partition, pieces[partition]));
              }
            }
          });
    }
  }

  private static final class AssembleFn
      extends DoFn<KV<Integer, Iterable<RatingBatch>>, UserHistory> {

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<RatingBatch>> partition, OutputReceiver<UserHistory> out) {
      StepTime.measure(() -> HistoryAssembly.assemble(partition.getValue()).forEach(out::output));
    }
  }
}
