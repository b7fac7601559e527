package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.features.LikedThreshold;
import org.spillway.transforms.gather.Accumulate;
import org.spillway.transforms.gather.Gather;

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
    int threshold = likedThreshold();
    int modulus = userModulus();
    // Both sides are pairs with nothing on the other side, so that one list has them all.
    KvCoder<RatingsProfile, SampleProfile> coder =
        KvCoder.of(full.getCoder(), new SampleProfile.ProfileCoder());
    PCollection<KV<RatingsProfile, SampleProfile>> sampleSide =
        histories.apply(
            "Profile",
            Accumulate.into(
                () -> KV.of(new RatingsProfile(), new SampleProfile()),
                (pair, history) -> pair.getValue().add(history, threshold),
                coder));
    PCollection<KV<RatingsProfile, SampleProfile>> fullSide =
        full.apply(
                "FullFile",
                MapElements.into(coder.getEncodedTypeDescriptor())
                    .via(profile -> KV.of(profile, new SampleProfile())))
            .setCoder(coder);
    return PCollectionList.of(sampleSide)
        .and(fullSide)
        .apply("Flatten", Flatten.pCollections())
        .apply("Gather", Gather.ifAny())
        .apply("Tables", Tabulate.with(pairs -> tables(pairs, modulus)));
  }

  private static List<SummaryTable> tables(
      List<KV<RatingsProfile, SampleProfile>> pairs, int userModulus) {
    RatingsProfile full = new RatingsProfile();
    SampleProfile sample = new SampleProfile();
    for (KV<RatingsProfile, SampleProfile> pair : pairs) {
      full.merge(pair.getKey());
      sample.merge(pair.getValue());
    }
    return SampleTables.of(full, sample, userModulus);
  }
}
