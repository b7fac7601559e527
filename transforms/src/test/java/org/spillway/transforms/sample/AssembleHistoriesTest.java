package org.spillway.transforms.sample;

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
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchCoder;
import org.spillway.schemas.UserHistory;
import org.spillway.transforms.testing.RandomRatings;
import org.spillway.transforms.testing.TestPipelines;

class AssembleHistoriesTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void assemblesWholeHistoriesInAnyNumberOfPartitions(TestPipeline pipeline) {
    RandomRatings ratings = RandomRatings.of(5, 400, 30, 50);
    List<RatingBatch> batches = new ArrayList<>(ratings.batches(37));
    Collections.shuffle(batches, new Random(5));
    PCollection<RatingBatch> rows = pipeline.apply(Create.of(batches));

    PCollection<UserHistory> inOne = rows.apply("InOne", AssembleHistories.create());
    PCollection<UserHistory> inFive =
        rows.apply("InFive", AssembleHistories.create().withPartitions(5));

    PAssert.that(inOne).containsInAnyOrder(ratings.histories());
    PAssert.that(inFive).containsInAnyOrder(ratings.histories());
    pipeline.run();
  }

  @Test
  void noRatingsAreNoHistories(TestPipeline pipeline) {
    PAssert.that(
            pipeline
                .apply(Create.empty(RatingBatchCoder.of()))
                .apply(AssembleHistories.create().withPartitions(3)))
        .empty();
    pipeline.run();
  }

  /** The number of partitions is for speed: the histories are the same, as the first test shows. */
  @Test
  void withPartitionsChangesThePartitionsAlone() {
    assertThat(AssembleHistories.create().partitions(), is(1));
    assertThat(AssembleHistories.create().withPartitions(8).partitions(), is(8));
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(AssembleHistories.create().withPartitions(8));
  }
}
