package org.spillway.transforms.slates;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.UserFeatures;
import org.spillway.schemas.UserFeaturesCoder;
import org.spillway.transforms.testing.TestHistory;
import org.spillway.transforms.testing.TestPipelines;

class BuildSeedSlatesTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void buildsASlateForEachSeedUserWithEnoughRatings(TestPipeline pipeline) {
    PCollectionView<Iterable<List<UserFeatures>>> seedUsers = seedUsers(pipeline, 1, 2);
    EnrichedHistory chosen = history(1);
    EnrichedHistory tooShort = TestHistory.of(2).rated(1, 5.0, 10).with();
    EnrichedHistory notChosen = history(3);
    PCollection<EnrichedHistory> histories =
        pipeline.apply("Histories", Create.of(chosen, tooShort, notChosen));
    BuildSeedSlates small = BuildSeedSlates.of(seedUsers).withSlateSize(2).withRecentPoolSize(3);

    PAssert.that(histories.apply("Small", small))
        .containsInAnyOrder(
            new SeedSlate(
                1,
                List.of(
                    new SlateItem(3, null, 8, true, 30), new SlateItem(4, null, 7, false, 40))));
    PAssert.that(histories.apply("LargerPool", small.withRecentPoolSize(4)))
        .containsInAnyOrder(
            new SeedSlate(
                1,
                List.of(
                    new SlateItem(1, null, 10, true, 10), new SlateItem(3, null, 8, true, 30))));
    PAssert.that(histories.apply("SmallerSlate", small.withSlateSize(1)))
        .containsInAnyOrder(
            new SeedSlate(1, List.of(new SlateItem(3, null, 8, true, 30))),
            new SeedSlate(2, List.of(new SlateItem(1, null, 10, true, 10))));
    PAssert.that(histories.apply("LowerThreshold", small.withLikedThreshold(7)))
        .containsInAnyOrder(
            new SeedSlate(
                1,
                List.of(new SlateItem(3, null, 8, true, 30), new SlateItem(4, null, 7, true, 40))));
    pipeline.run();
  }

  @Test
  void nobodyChosenIsNoSlates(TestPipeline pipeline) {
    PCollectionView<Iterable<List<UserFeatures>>> nobody = seedUsers(pipeline);
    PCollection<EnrichedHistory> histories = pipeline.apply("Histories", Create.of(history(1)));

    PAssert.that(histories.apply(BuildSeedSlates.of(nobody).withSlateSize(1))).empty();
    pipeline.run();
  }

  @Test
  void theDefaultsAreTheSeeds(TestPipeline pipeline) {
    BuildSeedSlates slates = BuildSeedSlates.of(seedUsers(pipeline));

    assertThat(slates.rules(), is(new SlateRules(50, 12, 8)));
    SerializableUtils.ensureSerializable(slates);
    pipeline.run();
  }

  private static EnrichedHistory history(int userId) {
    return TestHistory.of(userId)
        .rated(1, 5.0, 10)
        .rated(2, 3.0, 20)
        .rated(3, 4.0, 30)
        .rated(4, 3.5, 40)
        .with();
  }

  private static PCollectionView<Iterable<List<UserFeatures>>> seedUsers(
      TestPipeline pipeline, int... userIds) {
    List<UserFeatures> users =
        IntStream.of(userIds).mapToObj(id -> new UserFeatures(id, 20, 120, 9, 0, 0, 1, 1)).toList();
    return pipeline
        .apply(
            "SeedUsers", Create.of(List.of(users)).withCoder(ListCoder.of(UserFeaturesCoder.of())))
        .apply(View.asIterable());
  }
}
