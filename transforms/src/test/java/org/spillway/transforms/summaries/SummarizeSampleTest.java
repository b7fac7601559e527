package org.spillway.transforms.summaries;

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
import org.spillway.schemas.RatingsProfile;
import org.spillway.transforms.testing.TestPipelines;

class SummarizeSampleTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void givesTheTablesOfTheSampleAndTheFullFile(TestPipeline pipeline) {
    PCollectionView<RatingsProfile> full =
        pipeline
            .apply("FullFile", Create.of(SampledRatings.fullFile()))
            .apply("Profile", ProfileRatings.create())
            .apply("FullView", View.asSingleton());
    PCollectionView<RatingsProfile> other =
        pipeline
            .apply("OtherFile", Create.of(new RatingsProfile()))
            .apply("OtherView", View.asSingleton());
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
    SerializableUtils.ensureSerializable(summarize);
    pipeline.run();
  }
}
