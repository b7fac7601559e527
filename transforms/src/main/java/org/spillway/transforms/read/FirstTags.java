package org.spillway.transforms.read;

import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Tag;
import org.spillway.transforms.metrics.StepTime;

/**
 * Keeps the tags of the first data rows of several archives in their order, once it is known how
 * many each has. In: batches whose rows are consecutive, with their positions in the whole.
 */
final class FirstTags extends PTransform<PCollection<Batch<Tag>>, PCollection<Batch<Tag>>> {
  private final PCollection<KV<Integer, Long>> rowsByPlace;
  private final long maxRows;

  /**
   * Keeps tags.
   *
   * @param rowsByPlace the number of data rows of each archive, by its place in the order
   */
  FirstTags(PCollection<KV<Integer, Long>> rowsByPlace, long maxRows) {
    this.rowsByPlace = rowsByPlace;
    this.maxRows = maxRows;
  }

  @Override
  public PCollection<Batch<Tag>> expand(PCollection<Batch<Tag>> batches) {
    PCollectionView<Map<Integer, Long>> rows = rowsByPlace.apply("Rows", View.asMap());
    return batches
        .apply("Keep", ParDo.of(new KeepFn(rows, maxRows)).withSideInputs(rows))
        .setCoder(batches.getCoder());
  }

  /** The rows of a batch that are among the first; null if none are. */
  static @Nullable Batch<Tag> keep(Batch<Tag> batch, Map<Integer, Long> rowsByPlace, long maxRows) {
    long before = ArchiveOrder.rowAt(batch.position());
    for (int place = 0; place < ArchiveOrder.placeAt(batch.position()); place++) {
      before += rowsByPlace.get(place);
    }
    int wanted = (int) Math.max(0, Math.min(batch.rows().size(), maxRows - before));
    if (wanted == batch.rows().size()) {
      return batch;
    }
    return wanted == 0 ? null : new Batch<>(batch.position(), batch.rows().subList(0, wanted));
  }

  private static final class KeepFn extends DoFn<Batch<Tag>, Batch<Tag>> {
    private final PCollectionView<Map<Integer, Long>> rows;
    private final long maxRows;

    KeepFn(PCollectionView<Map<Integer, Long>> rows, long maxRows) {
      this.rows = rows;
      this.maxRows = maxRows;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      StepTime.measure(
          () -> {
            Batch<Tag> kept = keep(context.element(), context.sideInput(rows), maxRows);
            if (kept != null) {
              context.output(kept);
            }
          });
    }
  }
}
