package org.spillway.transforms.features;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.ItemFeatures;

/**
 * Describes each movie by its sampled ratings (setup spec, sections 7 and 8): one {@link
 * ItemFeatures} a movie with at least one rating, with its popularity among all of them and its
 * substitute cluster.
 *
 * <p>Popularity needs every movie at once, so one accumulator holds them all: about 60 bytes a
 * rated movie, 5 MB for all of ml-32m. Sums are integers, so no order of arrival shows.
 *
 * <pre>{@code
 * PCollection<ItemFeatures> items = enriched.apply("ItemFeatures", ComputeItemFeatures.create());
 * }</pre>
 */
@AutoValue
public abstract class ComputeItemFeatures
    extends PTransform<PCollection<EnrichedHistory>, PCollection<ItemFeatures>> {

  abstract int likedThreshold();

  /** Counts ratings of 4.0 stars and over as liked. */
  public static ComputeItemFeatures create() {
    return new AutoValue_ComputeItemFeatures(LikedThreshold.DEFAULT);
  }

  /**
   * Counts ratings of at least this many half stars as liked.
   *
   * @throws IllegalArgumentException if it is not from 1 to 10
   */
  public ComputeItemFeatures withLikedThreshold(int halfStars) {
    return new AutoValue_ComputeItemFeatures(LikedThreshold.checked(halfStars));
  }

  @Override
  public PCollection<ItemFeatures> expand(PCollection<EnrichedHistory> histories) {
    // Without histories there is nothing to rank, so the tally of nothing is not needed.
    return histories
        .apply("Tally", Combine.globally(new TallyFn(likedThreshold())).withoutDefaults())
        .apply("RankByPopularity", ParDo.of(new RankFn()));
  }

  private static final class TallyFn
      extends Combine.CombineFn<EnrichedHistory, ItemTally, ItemTally> {
    private final int likedThreshold;

    TallyFn(int likedThreshold) {
      this.likedThreshold = likedThreshold;
    }

    @Override
    public ItemTally createAccumulator() {
      return new ItemTally();
    }

    @Override
    public ItemTally addInput(ItemTally tally, EnrichedHistory history) {
      tally.add(history, likedThreshold);
      return tally;
    }

    @Override
    public ItemTally mergeAccumulators(Iterable<ItemTally> tallies) {
      ItemTally merged = createAccumulator();
      tallies.forEach(merged::merge);
      return merged;
    }

    @Override
    public ItemTally extractOutput(ItemTally tally) {
      return tally;
    }

    @Override
    public Coder<ItemTally> getAccumulatorCoder(
        CoderRegistry registry, Coder<EnrichedHistory> inputCoder) {
      return new ItemTally.TallyCoder();
    }

    @Override
    public Coder<ItemTally> getDefaultOutputCoder(
        CoderRegistry registry, Coder<EnrichedHistory> inputCoder) {
      return new ItemTally.TallyCoder();
    }
  }

  private static final class RankFn extends DoFn<ItemTally, ItemFeatures> {

    @ProcessElement
    public void process(@Element ItemTally tally, OutputReceiver<ItemFeatures> out) {
      tally.features().forEach(out::output);
    }
  }
}
