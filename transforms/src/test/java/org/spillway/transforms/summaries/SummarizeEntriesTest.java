package org.spillway.transforms.summaries;

import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.TestPipelines;

class SummarizeEntriesTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void listsEntriesByTheirSizeInMillionsOfBytes(TestPipeline pipeline) {
    PAssert.that(
            pipeline
                .apply(
                    Create.of(
                        entry("ml-32m/README.txt", 3_723, 9_188),
                        entry("ml-32m/b.csv", 1, 1_950_748),
                        entry("ml-32m/ratings.csv", 218_785_891, 877_076_222),
                        entry("ml-32m/a.csv", 2, 1_950_748),
                        entry("ml-32m/empty", 0, 0)))
                .apply(SummarizeEntries.create()))
        .containsInAnyOrder(
            SummaryTable.builder("archive", "file", "compressed_mb", "uncompressed_mb")
                .row("ml-32m/ratings.csv", 218.785891, 877.076222)
                .row("ml-32m/a.csv", 0.000002, 1.950748)
                .row("ml-32m/b.csv", 0.000001, 1.950748)
                .row("ml-32m/README.txt", 0.003723, 0.009188)
                .row("ml-32m/empty", 0.0, 0.0)
                .build());
    pipeline.run();
  }

  @Test
  void ofSeveralArchivesEachFileHasItsArchiveInFront(TestPipeline pipeline) {
    PAssert.that(
            pipeline
                .apply(
                    Create.of(
                        new ArchiveEntry("part-2.zip", "ml/ratings.csv", 1, 2, 0),
                        new ArchiveEntry("part-1.zip", "ml/ratings.csv", 1, 2, 0)))
                .apply(SummarizeEntries.create()))
        .containsInAnyOrder(
            SummaryTable.builder("archive", "file", "compressed_mb", "uncompressed_mb")
                .row("part-1.zip!ml/ratings.csv", 0.000001, 0.000002)
                .row("part-2.zip!ml/ratings.csv", 0.000001, 0.000002)
                .build());
    pipeline.run();
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(SummarizeEntries.create());
  }

  private static ArchiveEntry entry(String name, long compressed, long uncompressed) {
    return new ArchiveEntry("ml-32m.zip", name, compressed, uncompressed, 0);
  }
}
