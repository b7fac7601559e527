package org.spillway.transforms.features;

import com.google.auto.value.AutoValue;
import java.util.List;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.ItemFeaturesCoder;
import org.spillway.transforms.gather.Accumulate;
import org.spillway.transforms.gather.Gather;
import org.spillway.transforms.metrics.StepTime;

/**
 * Describes each movie by its sampled ratings (setup spec, sections 7 and 8): one {@link
 * ItemFeatures} a movie with at least one rating, with its popularity among all of them and its
 * substitute cluster. They come out as one list by ascending movie id, which is empty if there are
 * no histories.
 *
 * <p>Popularity needs every movie at once, so one accumulator holds them all: about 60 bytes a
 * rated movie, 5 MB for all of ml-32m. Sums are integers, so no order of arrival shows.
 *
 * <pre>{@code
 * PCollection<List<ItemFeatures>> items =
 *     enriched.apply("ItemFeatures", ComputeItemFeatures.create());
 * PCollection<ItemFeatures> each = items.apply("Each", Flatten.iterables());
 * }</pre>
 */
@AutoValue
public abstract class ComputeItemFeatures
    extends PTransform<PCollection<EnrichedHistory>, PCollection<List<ItemFeatures>>> {

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
  public PCollection<List<ItemFeatures>> expand(PCollection<EnrichedHistory> histories) {
    int threshold = likedThreshold();
    return histories
        .apply(
            "Tally",
            Accumulate.into(
                ItemTally::new,
                (tally, history) -> tally.add(history, threshold),
                new ItemTally.TallyCoder()))
        .apply("GatherTallies", Gather.all())
        .apply("RankByPopularity", ParDo.of(new RankFn()))
        .setCoder(ListCoder.of(ItemFeaturesCoder.of()));
  }

  private static final class RankFn extends DoFn<List<ItemTally>, List<ItemFeatures>> {

    @ProcessElement
    public void process(@Element List<ItemTally> tallies, OutputReceiver<List<ItemFeatures>> out) {
      StepTime.measure(() -> out.output(whole(tallies).features()));
    }

    private static ItemTally whole(List<ItemTally> tallies) {
      if (tallies.size() == 1) {
        return tallies.get(0);
      }
      ItemTally whole = new ItemTally();
      tallies.forEach(whole::merge);
      return whole;
    }
  }
}
