package org.spillway.transforms.summaries;

import java.util.ArrayList;
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
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.RatingsProfileCoder;
import org.spillway.transforms.testing.TestPipelines;

class SummarizeSampleTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void givesTheTablesOfTheSampleAndTheFullFile(TestPipeline pipeline) {
    PCollection<RatingsProfile> full =
        pipeline
            .apply("FullFile", Create.of(SampledRatings.fullFile()))
            .apply("Profile", ProfileRatings.create());
    PCollection<RatingsProfile> other =
        pipeline.apply("OtherFile", Create.of(new RatingsProfile()));
    PCollection<EnrichedHistory> histories =
        pipeline.apply("Histories", Create.of(SampledRatings.histories()));
    SummarizeSample summarize = SummarizeSample.of(50).withFullFile(full);

    PAssert.that(histories.apply("Default", summarize))
        .containsInAnyOrder(
            SampleTables.of(SampledRatings.fullProfile(), SampledRatings.sampleProfile(8), 50));
    PAssert.that(histories.apply("Strict", summarize.withLikedThreshold(9)))
        .containsInAnyOrder(
            SampleTables.of(SampledRatings.fullProfile(), SampledRatings.sampleProfile(9), 50));
    PAssert.that(histories.apply("OfOther", SummarizeSample.of(5).withFullFile(other)))
        .containsInAnyOrder(
            SampleTables.of(new RatingsProfile(), SampledRatings.sampleProfile(8), 5));
    pipeline.run();
  }

  @Test
  void mergesTheProfilesOfParts(TestPipeline pipeline) {
    List<RatingsProfile> parts = new ArrayList<>(List.of(new RatingsProfile()));
    for (RatingBatch batch : SampledRatings.fullFile()) {
      RatingsProfile part = new RatingsProfile();
      part.add(batch);
      parts.add(part);
    }
    PCollection<EnrichedHistory> histories =
        pipeline.apply("Histories", Create.of(SampledRatings.histories()));
    PCollection<RatingsProfile> some = pipeline.apply("Parts", Create.of(parts));
    PCollection<RatingsProfile> none =
        pipeline.apply("NoParts", Create.empty(RatingsProfileCoder.of()));

    PAssert.that(histories.apply("OfSome", SummarizeSample.of(50).withFullFile(some)))
        .containsInAnyOrder(
            SampleTables.of(SampledRatings.fullProfile(), SampledRatings.sampleProfile(8), 50));
    PAssert.that(histories.apply("OfNone", SummarizeSample.of(50).withFullFile(none)))
        .containsInAnyOrder(
            SampleTables.of(new RatingsProfile(), SampledRatings.sampleProfile(8), 50));
    pipeline.run();
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(SummarizeSample.of(50).withLikedThreshold(9));
  }
}
