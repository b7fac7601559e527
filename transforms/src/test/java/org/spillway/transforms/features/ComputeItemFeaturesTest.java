package org.spillway.transforms.features;

import static org.spillway.schemas.PopularityBucket.MEDIUM;
import static org.spillway.schemas.PopularityBucket.VERY_HIGH;
import static org.spillway.schemas.PopularityBucket.VERY_LOW;

import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.EnrichedHistoryCoder;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Movie;
import org.spillway.transforms.testing.TestHistory;
import org.spillway.transforms.testing.TestPipelines;

class ComputeItemFeaturesTest {
  private static final Movie HEAT = Movie.of(6, "Heat (1995)", "Action|Crime|Thriller");
  private static final Movie SABRINA = Movie.of(7, "Sabrina (1995)", "Comedy|Romance");

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void describesEachRatedMovieWhetherKnownOrNot(TestPipeline pipeline) {
    PCollection<EnrichedHistory> histories =
        pipeline.apply(
            Create.of(
                TestHistory.of(1).rated(7, 4.5, 30).rated(6, 3.5, 20).with(HEAT, SABRINA),
                TestHistory.of(2).rated(404, 1.0, 40).rated(7, 4.0, 10).with(HEAT, SABRINA),
                TestHistory.of(3).rated(7, 2.0, 20).with(HEAT, SABRINA)));

    PAssert.thatSingleton(histories.apply("Default", ComputeItemFeatures.create()))
        .isEqualTo(
            List.of(
                new ItemFeatures(6, HEAT, 1, 7, 0, 20, 20, VERY_LOW),
                new ItemFeatures(7, SABRINA, 3, 21, 2, 10, 30, VERY_HIGH),
                new ItemFeatures(404, null, 1, 2, 0, 40, 40, MEDIUM)));
    PAssert.thatSingleton(
            histories.apply("Lenient", ComputeItemFeatures.create().withLikedThreshold(4)))
        .isEqualTo(
            List.of(
                new ItemFeatures(6, HEAT, 1, 7, 1, 20, 20, VERY_LOW),
                new ItemFeatures(7, SABRINA, 3, 21, 3, 10, 30, VERY_HIGH),
                new ItemFeatures(404, null, 1, 2, 0, 40, 40, MEDIUM)));
    pipeline.run();
  }

  @Test
  void noHistoriesAreAListOfNoItems(TestPipeline pipeline) {
    PAssert.thatSingleton(
            pipeline
                .apply(Create.empty(EnrichedHistoryCoder.of()))
                .apply(ComputeItemFeatures.create()))
        .isEqualTo(List.of());
    pipeline.run();
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(ComputeItemFeatures.create().withLikedThreshold(9));
  }
}
