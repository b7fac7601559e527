package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Movie;
import org.spillway.schemas.RejectedRow;
import org.spillway.transforms.testing.TestPipelines;

class ReadMoviesTest {
  private static final String CSV =
      "movieId,title,genres\r\n"
          + "51372,\"\"\"Great Performances\"\" Cats (1998)\",Musical\r\n"
          + "7789,\"11'09\"\"01 - September 11 (2002)\",Drama\r\n"
          + "1,Toy Story (1995) \u00A0,Adventure|Animation\r\n"
          + "2,NA,(no genres listed)\r\n"
          + "3,\"N/A\",\r\n"
          + "4, NA,null \r\n";

  @RegisterExtension final TestPipelineExtension extension = TestPipelines.strict();

  @TempDir Path folder;

  @Test
  void readsOneCatalogInTheOrderOfTheFile(TestPipeline pipeline) {
    ReadResult<Catalog> result = read(pipeline, CSV, ReadZipCsv.movies());

    PAssert.that(result.records())
        .containsInAnyOrder(
            Catalog.of(
                List.of(
                    Movie.of(51372, "\"Great Performances\" Cats (1998)", "Musical"),
                    Movie.of(7789, "11'09\"01 - September 11 (2002)", "Drama"),
                    Movie.of(1, "Toy Story (1995) \u00A0", "Adventure|Animation"),
                    Movie.of(2, null, "(no genres listed)"),
                    Movie.of(3, null, null),
                    Movie.of(4, " NA", "null "))));
    PAssert.that(result.rejected()).empty();
    PAssert.that(result.reports())
        .satisfies(
            reports -> {
              assertThat(reports.iterator().next().accepted(), is(6L));
              return null;
            });
    pipeline.run();
  }

  @Test
  void withMissingValuesTakesTheseTextsAloneAsMissing(TestPipeline pipeline) {
    ReadResult<Catalog> result =
        read(
            pipeline,
            "movieId,title,genres\n1,NA,\n2,none,Drama\n",
            ReadZipCsv.movies().withMissingValues(MissingValues.of("none")));

    PAssert.that(result.records())
        .containsInAnyOrder(Catalog.of(List.of(Movie.of(1, "NA", ""), Movie.of(2, null, "Drama"))));
    pipeline.run();
  }

  @Test
  void rejectsTheLaterOfTwoMoviesWithOneId(TestPipeline pipeline) {
    ReadResult<Catalog> result =
        read(
            pipeline,
            "movieId,title,genres\n1,Heat,Drama\n1,Casino,Crime\n",
            ReadZipCsv.movies().withMaxRejectedShare(0.5));

    PAssert.that(result.records())
        .containsInAnyOrder(Catalog.of(List.of(Movie.of(1, "Heat", "Drama"))));
    PAssert.that(result.rejected())
        .containsInAnyOrder(
            new RejectedRow(
                "test.zip",
                "ml/movies.csv",
                3,
                "movieId",
                "expected an id that no earlier row of the catalog has, found '1'",
                "1,Casino,Crime"));
    pipeline.run();
  }

  @Test
  void failsIfMoreThanOneInAThousandRowsIsRejected(TestPipeline pipeline) {
    read(pipeline, "movieId,title,genres\n1,Heat\n", ReadZipCsv.movies());

    assertThat(failure(pipeline).fault(), is(InputFault.TOO_MANY_REJECTED));
  }

  @Test
  void withLimitsRefusesALargerEntry(TestPipeline pipeline) {
    ArchiveLimits limits = ArchiveLimits.generous().withMaxEntryBytes(100);

    read(pipeline, CSV, ReadZipCsv.movies().withLimits(limits));

    assertThat(failure(pipeline).fault(), is(InputFault.TOO_LARGE));
  }

  @Test
  void itsEntryHasALimitOfItsOwn() {
    assertThat(
        ReadZipCsv.movies().settings().limits().maxEntryBytes(), is(ReadMovies.MAX_ENTRY_BYTES));
  }

  @Test
  void withChecksumMismatchAsWarningReportsAnotherMd5(TestPipeline pipeline) {
    String archive =
        TestZip.of("movies.csv", CSV)
            .add("checksums.txt", "00000000000000000000000000000000  movies.csv\n")
            .writeTo(folder);

    ReadResult<Catalog> result =
        pipeline
            .apply("Archive", Create.of(archive))
            .apply("Read", ReadZipCsv.movies().withChecksumMismatchAsWarning());

    PAssert.that(result.reports())
        .satisfies(
            reports -> {
              assertThat(
                  reports.iterator().next().figures().get(EntryFigures.MD5_MISMATCHES), is(1L));
              return null;
            });
    pipeline.run();
  }

  @Test
  void itsFunctionIsSerializable() {
    SerializableUtils.ensureSerializable(
        new ReadMovies.ReadMoviesFn(ReadSettings.defaults(), MissingValues.pandas()));
  }

  private ReadResult<Catalog> read(TestPipeline pipeline, String csv, ReadMovies read) {
    String archive = TestZip.of("ml/movies.csv", csv).writeTo(folder);
    return pipeline.apply("Archive", Create.of(archive)).apply("Read", read);
  }

  private static BadInputException failure(TestPipeline pipeline) {
    return BadInputException.findIn(assertThrows(RuntimeException.class, pipeline::run));
  }
}
