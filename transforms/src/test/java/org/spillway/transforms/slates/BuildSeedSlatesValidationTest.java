package org.spillway.transforms.slates;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.EnrichedHistoryCoder;
import org.spillway.schemas.UserFeatures;
import org.spillway.schemas.UserFeaturesCoder;

class BuildSeedSlatesValidationTest {
  private final Pipeline pipeline = Pipeline.create();
  private final PCollectionView<Iterable<List<UserFeatures>>> seedUsers =
      pipeline
          .apply("SeedUsers", Create.empty(ListCoder.of(UserFeaturesCoder.of())))
          .apply(View.asIterable());
  private final BuildSeedSlates slates = BuildSeedSlates.of(seedUsers);

  @Test
  void refusesAPoolOfNothing() {
    assertThat(
        refusal(() -> slates.withRecentPoolSize(0)),
        is("recentPoolSize must be at least 1, but was: 0"));
  }

  @Test
  void refusesASlateOfNothing() {
    assertThat(
        refusal(() -> slates.withSlateSize(0)), is("slateSize must be at least 1, but was: 0"));
  }

  @Test
  void refusesAThresholdOffTheScale() {
    assertThat(
        refusal(() -> slates.withLikedThreshold(11)),
        is("likedThreshold must be from 1 to 10 half stars, but was: 11"));
  }

  @Test
  void refusesASlateLargerThanItsPool() {
    PCollection<EnrichedHistory> histories =
        pipeline.apply("Histories", Create.empty(EnrichedHistoryCoder.of()));

    assertThat(
        refusal(() -> histories.apply(slates.withSlateSize(51))),
        is("slateSize must be at most recentPoolSize = 50, but was: 51"));
    assertThat(
        refusal(() -> histories.apply(slates.withRecentPoolSize(11))),
        is("slateSize must be at most recentPoolSize = 11, but was: 12"));
  }

  @Test
  void acceptsASlateAsLargeAsItsPool() {
    pipeline
        .apply("Histories", Create.empty(EnrichedHistoryCoder.of()))
        .apply(slates.withSlateSize(50));
  }

  @Test
  void seedUsersAreRequired() {
    NullPointerException refused =
        assertThrows(NullPointerException.class, () -> BuildSeedSlates.of(null));

    assertThat(refused.getMessage(), is("Null seedUsers"));
  }

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
