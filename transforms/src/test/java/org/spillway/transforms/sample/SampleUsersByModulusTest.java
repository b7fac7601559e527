package org.spillway.transforms.sample;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.RatingBatch;
import org.spillway.transforms.testing.TestBatch;
import org.spillway.transforms.testing.TestPipelines;

class SampleUsersByModulusTest {
  private static final RatingBatch MIXED =
      TestBatch.at(0)
          .row(49, 1, 4.0, 10)
          .row(50, 2, 3.5, 20)
          .row(50, 1, 0.5, 30)
          .row(57, 3, 5.0, 40)
          .row(100, 3, 1.0, 50)
          .build();
  private static final RatingBatch UNSAMPLED =
      TestBatch.at(5).row(1, 1, 2.0, 60).row(51, 2, 2.0, 70).build();

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void keepsEveryRatingOfTheSampledUsersAndTheirPlace(TestPipeline pipeline) {
    PCollection<RatingBatch> ratings = pipeline.apply(Create.of(MIXED, UNSAMPLED));

    PAssert.that(ratings.apply("OneInFifty", SampleUsersByModulus.of(50)))
        .containsInAnyOrder(
            TestBatch.at(0).row(50, 2, 3.5, 20).row(50, 1, 0.5, 30).row(100, 3, 1.0, 50).build());
    PAssert.that(ratings.apply("Sevens", SampleUsersByModulus.of(50).withRemainder(7)))
        .containsInAnyOrder(TestBatch.at(0).row(57, 3, 5.0, 40).build());
    PAssert.that(ratings.apply("OneInTwo", SampleUsersByModulus.of(new UserSample(2, 1))))
        .containsInAnyOrder(
            TestBatch.at(0).row(49, 1, 4.0, 10).row(57, 3, 5.0, 40).build(), UNSAMPLED);
    PAssert.that(ratings.apply("All", SampleUsersByModulus.of(1)))
        .containsInAnyOrder(MIXED, UNSAMPLED);
    pipeline.run();
  }

  @Test
  void aBatchThatIsKeptWholeIsNotCopied() {
    assertThat(
        SampleUsersByModulus.keep(UNSAMPLED, new UserSample(50, 1)), is(sameInstance(UNSAMPLED)));
  }

  @Test
  void aBatchWithoutSampledUsersKeepsNoRows() {
    assertThat(
        SampleUsersByModulus.keep(UNSAMPLED, new UserSample(50, 2)), is(TestBatch.at(5).build()));
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(SampleUsersByModulus.of(50).withRemainder(7));
  }
}
