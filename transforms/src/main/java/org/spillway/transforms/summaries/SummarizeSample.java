package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VoidCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.features.LikedThreshold;
import org.spillway.transforms.metrics.StepTime;

/**
 * Sets the sampled ratings beside the full file and groups them: the tables full_rating_summary and
 * rating_distribution (setup spec, section 4), join_quality (section 5), genre_summary and
 * yearly_activity (section 8), and sample_quality with what is odd about the sampled rows: (user,
 * movie) pairs that repeat an earlier row of the file (section 11), ratings of unknown movies.
 *
 * <p>In: whole histories, each user once. Every figure is made of integers, so neither the order of
 * arrival nor the runner shows. The accumulator holds some numbers for every rated movie, and a set
 * of users and one of movies for every year: some megabytes.
 */
@AutoValue
public abstract class SummarizeSample
    extends PTransform<PCollection<EnrichedHistory>, PCollection<SummaryTable>> {

  abstract @Nullable PCollection<RatingsProfile> full();

  abstract int userModulus();

  abstract int likedThreshold();

  /**
   * Summarizes a sample, once the full file is given.
   *
   * @param userModulus the sample's modulus, for the table alone
   * @throws IllegalArgumentException if it is under 1
   */
  public static SummarizeSample of(int userModulus) {
    if (userModulus < 1) {
      throw new IllegalArgumentException("userModulus must be at least 1, but was: " + userModulus);
    }
    return new AutoValue_SummarizeSample(null, userModulus, LikedThreshold.DEFAULT);
  }

  /**
   * Compares with this full file, as {@link ProfileRatings} or {@code ReadRatings.withProfile()}
   * counted it; required. Profiles of several parts are merged. If there are none, the file counts
   * as empty; if there are no histories either, no tables come out.
   */
  public SummarizeSample withFullFile(PCollection<RatingsProfile> full) {
    return new AutoValue_SummarizeSample(full, userModulus(), likedThreshold());
  }

  /**
   * Counts ratings of at least this many half stars as liked.
   *
   * @throws IllegalArgumentException if it is not from 1 to 10
   */
  public SummarizeSample withLikedThreshold(int halfStars) {
    return new AutoValue_SummarizeSample(full(), userModulus(), LikedThreshold.checked(halfStars));
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<EnrichedHistory> histories) {
    PCollection<RatingsProfile> full = full();
    if (full == null) {
      throw new IllegalArgumentException("withFullFile() is required");
    }
    TupleTag<RatingsProfile> fullFile = new TupleTag<>("full");
    TupleTag<SampleProfile> sample = new TupleTag<>("sample");
    PCollection<KV<Void, SampleProfile>> profile =
        histories
            .apply("KeyAlike", WithKeys.of((Void) null))
            .setCoder(KvCoder.of(VoidCoder.of(), histories.getCoder()))
            .apply("Profile", Combine.perKey(new ProfileFn(likedThreshold())));
    PCollection<KV<Void, RatingsProfile>> parts =
        full.apply("KeyFullFile", WithKeys.of((Void) null))
            .setCoder(KvCoder.of(VoidCoder.of(), full.getCoder()));
    return KeyedPCollectionTuple.of(fullFile, parts)
        .and(sample, profile)
        .apply("Compare", CoGroupByKey.create())
        .apply("Tabulate", ParDo.of(new TabulateFn(fullFile, sample, userModulus())));
  }

  private static final class ProfileFn
      extends Combine.CombineFn<EnrichedHistory, SampleProfile, SampleProfile> {
    private final int likedThreshold;

    ProfileFn(int likedThreshold) {
      this.likedThreshold = likedThreshold;
    }

    @Override
    public SampleProfile createAccumulator() {
      return new SampleProfile();
    }

    @Override
    public SampleProfile addInput(SampleProfile profile, EnrichedHistory history) {
      StepTime.measure(() -> profile.add(history, likedThreshold));
      return profile;
    }

    @Override
    public SampleProfile mergeAccumulators(Iterable<SampleProfile> profiles) {
      SampleProfile merged = createAccumulator();
      profiles.forEach(merged::merge);
      return merged;
    }

    @Override
    public SampleProfile extractOutput(SampleProfile profile) {
      return profile;
    }

    @Override
    public Coder<SampleProfile> getAccumulatorCoder(
        CoderRegistry registry, Coder<EnrichedHistory> inputCoder) {
      return new SampleProfile.ProfileCoder();
    }

    @Override
    public Coder<SampleProfile> getDefaultOutputCoder(
        CoderRegistry registry, Coder<EnrichedHistory> inputCoder) {
      return new SampleProfile.ProfileCoder();
    }
  }

  private static final class TabulateFn extends DoFn<KV<Void, CoGbkResult>, SummaryTable> {
    private final TupleTag<RatingsProfile> full;
    private final TupleTag<SampleProfile> sample;
    private final int userModulus;

    TabulateFn(TupleTag<RatingsProfile> full, TupleTag<SampleProfile> sample, int userModulus) {
      this.full = full;
      this.sample = sample;
      this.userModulus = userModulus;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      StepTime.measure(
          () -> {
            CoGbkResult profiles = context.element().getValue();
            RatingsProfile whole = new RatingsProfile();
            profiles.getAll(full).forEach(whole::merge);
            SampleProfile sampled = profiles.getOnly(sample, new SampleProfile());
            SampleTables.of(whole, sampled, userModulus).forEach(context::output);
          });
    }
  }
}
