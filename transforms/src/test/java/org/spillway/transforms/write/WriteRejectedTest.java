package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
import org.spillway.schemas.RejectedRow;
import org.spillway.schemas.RejectedRowCoder;
import org.spillway.transforms.testing.TestPipelines;

class WriteRejectedTest {
  private static final RejectedRow RATING_12 =
      new RejectedRow("ml.zip", "ml/ratings.csv", 12, "rating", "expected a rating", "1,2,4.25,3");
  private static final RejectedRow RATING_7 =
      new RejectedRow("ml.zip", "ml/ratings.csv", 7, "", "expected 4 cells, found 2", "-1,\"x");
  private static final RejectedRow MOVIE =
      new RejectedRow("ml.zip", "ml/movies.csv", 2, "movieId", "=expected an id", "x,=cmd(),y");
  private static final RejectedRow OTHER_ARCHIVE =
      new RejectedRow("a.zip", "ratings.csv", 90, "rating", "expected a rating", "1,2,9,3");

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();
  @TempDir Path folder;

  @Test
  void aFileForEachEntryInItsOrder(TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    PAssert.that(
            pipeline
                .apply("Rows", Create.of(RATING_12, MOVIE, RATING_7))
                .apply("Write", WriteRejected.of().withStaging(staging))
                .apply(
                    "Tell",
                    MapElements.into(TypeDescriptors.strings()).via(WriteRejectedTest::tell)))
        .containsInAnyOrder(
            "rejected/ratings.csv, 2 rows of line,column,reason,text",
            "rejected/movies.csv, 1 rows of line,column,reason,text");
    pipeline.run().waitUntilFinish();

    assertThat(
        WriteTablesTest.contents(staging),
        is(
            Map.of(
                "ratings.csv",
                """
                line,column,reason,text
                7,,"expected 4 cells, found 2","'-1,""x"
                12,rating,expected a rating,"1,2,4.25,3"
                """,
                "movies.csv",
                """
                line,column,reason,text
                2,movieId,'=expected an id,"x,=cmd(),y"
                """)));
  }

  @Test
  void severalArchivesComeFirst(TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    PAssert.that(
            pipeline
                .apply("Rows", Create.of(RATING_12, RATING_7, OTHER_ARCHIVE))
                .apply("Write", WriteRejected.of().withStaging(staging))
                .apply(
                    "Tell",
                    MapElements.into(TypeDescriptors.strings()).via(WriteRejectedTest::tell)))
        .containsInAnyOrder("rejected/ratings.csv, 3 rows of archive,line,column,reason,text");
    pipeline.run().waitUntilFinish();

    assertThat(
        WriteTablesTest.contents(staging),
        is(
            Map.of(
                "ratings.csv",
                """
                archive,line,column,reason,text
                a.zip,90,rating,expected a rating,"1,2,9,3"
                ml.zip,7,,"expected 4 cells, found 2","'-1,""x"
                ml.zip,12,rating,expected a rating,"1,2,4.25,3"
                """)));
  }

  @Test
  void withArchivesNamesASingleOneToo(TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    PAssert.that(
            pipeline
                .apply("Rows", Create.of(OTHER_ARCHIVE))
                .apply("Write", WriteRejected.of().withStaging(staging).withArchives())
                .apply(
                    "Tell",
                    MapElements.into(TypeDescriptors.strings()).via(WriteRejectedTest::tell)))
        .containsInAnyOrder("rejected/ratings.csv, 1 rows of archive,line,column,reason,text");
    pipeline.run().waitUntilFinish();

    assertThat(
        WriteTablesTest.contents(staging).get("ratings.csv"),
        is("archive,line,column,reason,text\na.zip,90,rating,expected a rating,\"1,2,9,3\"\n"));
  }

  @Test
  void noRowsNoFile(TestPipeline pipeline) {
    Staging staging = Staging.of(folder.toString(), "run");
    PAssert.that(
            pipeline
                .apply("Rows", Create.empty(RejectedRowCoder.of()))
                .apply("Write", WriteRejected.of().withStaging(staging)))
        .empty();
    pipeline.run().waitUntilFinish();

    assertThat(Files.exists(Path.of(staging.folder().toString())), is(false));
  }

  @Test
  void refusesNoStaging() {
    Pipeline pipeline = Pipeline.create();
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> pipeline.apply("Rows", Create.of(MOVIE)).apply("Write", WriteRejected.of()));

    assertThat(refused.getMessage(), is("withStaging must say where the files go"));
  }

  private static String tell(OutputFile file) {
    return file.path() + ", " + file.rows() + " rows of " + file.schema();
  }
}
