package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.TestPipelines;

class WriteTablesTest {
  private static final SummaryTable TAGS =
      SummaryTable.builder("top_tags", "tag_clean", "tag_rows").row("+1", 2).row("a, b", 1).build();
  private static final SummaryTable TITLES =
      SummaryTable.builder("top_items", "title").row("-30- (1959)").build();

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();
  @TempDir Path folder;

  @Test
  void writesEachTableAndNeutralizesTags(TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    PAssert.that(
            pipeline
                .apply("Tables", Create.of(TAGS, WrittenSample.TABLE, TITLES))
                .apply("Write", WriteTables.of().withStaging(staging))
                .apply(
                    "Tell", MapElements.into(TypeDescriptors.strings()).via(WriteTablesTest::tell)))
        .containsInAnyOrder(
            "writeup/tables/top_tags.csv, 2 rows of tag_clean,tag_rows",
            "writeup/tables/rating_distribution.csv, 2 rows of rating,full_count,full_share",
            "writeup/tables/top_items.csv, 1 rows of title");
    pipeline.run().waitUntilFinish();

    assertThat(
        contents(staging),
        is(
            Map.of(
                "top_tags.csv", "tag_clean,tag_rows\n'+1,2\n\"a, b\",1\n",
                "rating_distribution.csv", "rating,full_count,full_share\n0.5,2,0.25\n5.0,6,\n",
                "top_items.csv", "title\n-30- (1959)\n")));
  }

  @Test
  void neutralizesTheNamesOfEntries(TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    pipeline
        .apply(
            "Tables",
            Create.of(
                SummaryTable.builder("archive", "file", "compressed_mb")
                    .row("=1+1.csv", -2)
                    .build(),
                SummaryTable.builder("data_quality", "archive", "entry", "figure", "count")
                    .row("ml.zip", "@ratings.csv", "lf_lines", 3L)
                    .build()))
        .apply("Write", WriteTables.of().withStaging(staging));
    pipeline.run().waitUntilFinish();

    assertThat(
        contents(staging),
        is(
            Map.of(
                "archive.csv", "file,compressed_mb\n'=1+1.csv,-2\n",
                "data_quality.csv",
                    "archive,entry,figure,count\nml.zip,'@ratings.csv,lf_lines,3\n")));
  }

  @Test
  void neutralizesTheTablesThatItIsTold(TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    pipeline
        .apply("Tables", Create.of(TAGS, TITLES))
        .apply("Write", WriteTables.of().withStaging(staging).withNeutralized(Set.of("top_items")));
    pipeline.run().waitUntilFinish();

    assertThat(
        contents(staging),
        is(
            Map.of(
                "top_tags.csv", "tag_clean,tag_rows\n+1,2\n\"a, b\",1\n",
                "top_items.csv", "title\n'-30- (1959)\n")));
  }

  @Test
  void aTableCanHaveAPathOfItsOwn(TestPipeline pipeline) {
    Staging staging = Staging.of(folder.toString(), "run");
    PAssert.that(
            pipeline
                .apply("Tables", Create.of(TAGS, TITLES))
                .apply(
                    "Write",
                    WriteTables.of()
                        .withStaging(staging)
                        .withPath("top_items", "processed/items.csv"))
                .apply("Paths", MapElements.into(TypeDescriptors.strings()).via(OutputFile::path)))
        .containsInAnyOrder("writeup/tables/top_tags.csv", "processed/items.csv");
    pipeline.run().waitUntilFinish();
  }

  @Test
  void refusesAPathOutsideAndNoStaging() {
    assertThrows(
        IllegalArgumentException.class, () -> WriteTables.of().withPath("t", "../items.csv"));
    Pipeline pipeline = Pipeline.create();
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> pipeline.apply("Tables", Create.of(TAGS)).apply("Write", WriteTables.of()));

    assertThat(refused.getMessage(), is("withStaging must say where the files go"));
  }

  private static String tell(OutputFile file) {
    return file.path() + ", " + file.rows() + " rows of " + file.schema();
  }

  static Map<String, String> contents(Staging staging) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    for (Map.Entry<String, Path> file : StagedFiles.of(staging).entrySet()) {
      contents.put(file.getKey(), Files.readString(file.getValue()));
    }
    return contents;
  }
}
