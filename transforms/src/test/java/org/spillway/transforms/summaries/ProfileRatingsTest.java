package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchCoder;
import org.spillway.schemas.RatingsProfile;
import org.spillway.transforms.testing.RandomRatings;
import org.spillway.transforms.testing.RandomRatings.Rating;
import org.spillway.transforms.testing.TestPipelines;

class ProfileRatingsTest {
  private final RandomRatings ratings = RandomRatings.of(2, 2_000, 70, 300);
  private final RatingsProfile expected = profileOf(ratings.batches(2_000));

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void countsWhatSlowAndObviousCodeCounts() {
    List<Rating> rows = ratings.rows();

    assertThat(expected.rows(), is(2_000L));
    assertThat(expected.users(), is(rows.stream().map(Rating::userId).distinct().count()));
    assertThat(expected.movies(), is(rows.stream().map(Rating::movieId).distinct().count()));
    assertThat(
        expected.firstTimestamp(),
        is(rows.stream().mapToLong(Rating::seconds).min().orElseThrow()));
    assertThat(
        expected.lastTimestamp(), is(rows.stream().mapToLong(Rating::seconds).max().orElseThrow()));
    for (int halfStars = 1; halfStars <= 10; halfStars++) {
      int rating = halfStars;
      assertThat(
          expected.rowsWith(halfStars),
          is(rows.stream().filter(row -> row.halfStars() == rating).count()));
    }
  }

  @Test
  void anySplitIntoBatchesIsTheSame(TestPipeline pipeline) {
    List<RatingBatch> batches = new ArrayList<>(ratings.batches(61));
    Collections.shuffle(batches, new Random(2));

    PAssert.that(
            pipeline.apply("Batches", Create.of(batches)).apply("Whole", ProfileRatings.create()))
        .containsInAnyOrder(expected);
    pipeline.run();
  }

  @Test
  void noRatingsAreAProfileOfNoRows(TestPipeline pipeline) {
    PAssert.that(
            pipeline
                .apply("NoBatches", Create.empty(RatingBatchCoder.of()))
                .apply("Whole", ProfileRatings.create()))
        .containsInAnyOrder(new RatingsProfile());
    pipeline.run();
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(ProfileRatings.create());
    assertThat(SerializableUtils.ensureSerializable(expected), is(expected));
  }

  private static RatingsProfile profileOf(List<RatingBatch> batches) {
    RatingsProfile profile = new RatingsProfile();
    batches.forEach(profile::add);
    return profile;
  }
}
