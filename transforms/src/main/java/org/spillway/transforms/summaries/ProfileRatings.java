package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingsProfile;
import org.spillway.transforms.metrics.StepTime;

/**
 * Counts what the full file holds (setup spec, section 4): rows, distinct users and movies, the
 * span of time, a count per rating. One {@link RatingsProfile} comes out, of no rows if nothing
 * goes in. Exact, and independent of order.
 *
 * <p>{@code ReadRatings.withProfile()} counts the rows in the reader's own pass instead, which
 * saves holding every batch of a large file on a runner that keeps a bundle's outputs in memory.
 */
@AutoValue
public abstract class ProfileRatings
    extends PTransform<PCollection<RatingBatch>, PCollection<RatingsProfile>> {

  /** Profiles batches. */
  public static ProfileRatings create() {
    return new AutoValue_ProfileRatings();
  }

  @Override
  public PCollection<RatingsProfile> expand(PCollection<RatingBatch> ratings) {
    return ratings.apply("Profile", Combine.globally(new ProfileFn()));
  }

  private static final class ProfileFn
      extends Combine.CombineFn<RatingBatch, RatingsProfile, RatingsProfile> {
    @Override
    public RatingsProfile createAccumulator() {
      return new RatingsProfile();
    }

    @Override
    public RatingsProfile addInput(RatingsProfile profile, RatingBatch batch) {
      StepTime.measure(() -> profile.add(batch));
      return profile;
    }

    @Override
    public RatingsProfile mergeAccumulators(Iterable<RatingsProfile> profiles) {
      RatingsProfile merged = new RatingsProfile();
      profiles.forEach(merged::merge);
      return merged;
    }

    @Override
    public RatingsProfile extractOutput(RatingsProfile profile) {
      return profile;
    }
  }
}
