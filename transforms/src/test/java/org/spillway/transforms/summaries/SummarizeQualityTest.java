package org.spillway.transforms.summaries;

import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.TestPipelines;

class SummarizeQualityTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void accountsForTheRowsOfEachEntry(TestPipeline pipeline) {
    PAssert.that(
            pipeline
                .apply(
                    Create.of(
                        report("b.zip", "ml/movies.csv", 3, 1, Map.of()),
                        report("a.zip", "ml/tags.csv", 5, 0, Map.of("z", 1L, "lines_in_lf", 2L)),
                        report("a.zip", "ml/ratings.csv", 0, 0, Map.of())))
                .apply(SummarizeQuality.create()))
        .containsInAnyOrder(
            SummaryTable.builder("data_quality", "archive", "entry", "figure", "count")
                .row("a.zip", "ml/ratings.csv", "rows_read", 0)
                .row("a.zip", "ml/ratings.csv", "rows_accepted", 0)
                .row("a.zip", "ml/ratings.csv", "rows_rejected", 0)
                .row("a.zip", "ml/tags.csv", "rows_read", 5)
                .row("a.zip", "ml/tags.csv", "rows_accepted", 5)
                .row("a.zip", "ml/tags.csv", "rows_rejected", 0)
                .row("a.zip", "ml/tags.csv", "lines_in_lf", 2)
                .row("a.zip", "ml/tags.csv", "z", 1)
                .row("b.zip", "ml/movies.csv", "rows_read", 3)
                .row("b.zip", "ml/movies.csv", "rows_accepted", 2)
                .row("b.zip", "ml/movies.csv", "rows_rejected", 1)
                .build());
    pipeline.run();
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(SummarizeQuality.create());
  }

  private static EntryReport report(
      String archive, String entry, long read, long rejected, Map<String, Long> figures) {
    return new EntryReport(archive, entry, read, read - rejected, rejected, new TreeMap<>(figures));
  }
}
