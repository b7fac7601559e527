package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import org.spillway.schemas.Batch;
import org.spillway.schemas.Link;
import org.spillway.schemas.RejectedRow;
import org.spillway.transforms.testing.TestPipelines;

class ReadLinksTest {
  private static final String CSV =
      """
      movieId,imdbId,tmdbId\r
      1,0114709,862\r
      791,0113610,\r
      """;

  @RegisterExtension final TestPipelineExtension extension = TestPipelines.strict();

  @TempDir Path folder;

  @Test
  void readsLinksWithTheirZerosAndGaps(TestPipeline pipeline) {
    ReadResult<Batch<Link>> result = read(pipeline, CSV, ReadZipCsv.links());

    PAssert.that(result.records())
        .containsInAnyOrder(
            List.of(
                new Batch<>(
                    0, List.of(new Link(1, "0114709", "862"), new Link(791, "0113610", null)))));
    PAssert.that(result.rejected()).empty();
    assertThat(
        result.expand().values(),
        containsInAnyOrder(result.records(), result.rejected(), result.reports()));
    pipeline.run();
  }

  @Test
  void withMissingValuesTakesTheseTextsAloneAsMissing(TestPipeline pipeline) {
    ReadResult<Batch<Link>> result =
        read(
            pipeline,
            "movieId,imdbId,tmdbId\n1,-,\n",
            ReadZipCsv.links().withMissingValues(MissingValues.of("-")).withMaxRejectedShare(1));

    PAssert.that(result.rejected())
        .containsInAnyOrder(
            new RejectedRow(
                "test.zip",
                "ml/links.csv",
                2,
                "tmdbId",
                "expected a whole number from 1 to 2147483647, found ''",
                "1,-,"));
    pipeline.run();
  }

  /** No number has lines, so a quote that makes one of several strays. */
  @Test
  void readsTheLinesBehindAStrayQuote(TestPipeline pipeline) {
    ReadResult<Batch<Link>> result =
        read(
            pipeline,
            "movieId,imdbId,tmdbId\n1,\"0114709,862\n2,0113497,8844\n3,0113228\",1\n4,,\n",
            ReadZipCsv.links().withMaxRejectedShare(0.5));

    PAssert.that(result.records())
        .containsInAnyOrder(
            List.of(
                new Batch<>(1, List.of(new Link(2, "0113497", "8844"), new Link(4, null, null)))));
    PAssert.that(result.rejected())
        .containsInAnyOrder(
            new RejectedRow(
                "test.zip",
                "ml/links.csv",
                2,
                "imdbId",
                "expected a whole number from 1 to 2147483647, found"
                    + " '0114709,862\\n2,0113497,8844\\n3,0113228' (its quotes lead on to line 4; the"
                    + " lines after this one are read anew)",
                "1,\"0114709,862"),
            new RejectedRow(
                "test.zip",
                "ml/links.csv",
                4,
                "",
                "expected quotes around the whole cell, found one within it",
                "3,0113228\",1"));
    pipeline.run();
  }

  @Test
  void acceptsAHeaderOnly(TestPipeline pipeline) {
    ReadResult<Batch<Link>> result = read(pipeline, "movieId,imdbId,tmdbId\n", ReadZipCsv.links());

    PAssert.that(result.records()).empty();
    PAssert.that(result.reports())
        .satisfies(
            reports -> {
              assertThat(reports.iterator().next().read(), is(0L));
              return null;
            });
    pipeline.run();
  }

  @Test
  void failsIfTheEntryIsEmpty(TestPipeline pipeline) {
    read(pipeline, "", ReadZipCsv.links());

    assertThat(failure(pipeline).fault(), is(InputFault.NO_DATA));
  }

  @Test
  void failsIfMoreThanOneInAThousandRowsIsRejected(TestPipeline pipeline) {
    read(pipeline, "movieId,imdbId,tmdbId\n1,tt0114709,862\n", ReadZipCsv.links());

    assertThat(failure(pipeline).fault(), is(InputFault.TOO_MANY_REJECTED));
  }

  @Test
  void withLimitsRefusesALargerEntry(TestPipeline pipeline) {
    read(
        pipeline,
        CSV,
        ReadZipCsv.links().withLimits(ArchiveLimits.generous().withMaxEntryBytes(50)));

    assertThat(failure(pipeline).fault(), is(InputFault.TOO_LARGE));
  }

  @Test
  void withChecksumMismatchAsWarningLetsAnotherMd5Pass(TestPipeline pipeline) {
    String archive =
        TestZip.of("links.csv", "movieId,imdbId,tmdbId\n")
            .add("checksums.txt", "00000000000000000000000000000000  links.csv\n")
            .writeTo(folder);

    ReadResult<Batch<Link>> result =
        pipeline
            .apply("Archive", Create.of(archive))
            .apply("Read", ReadZipCsv.links().withChecksumMismatchAsWarning());

    PAssert.that(result.records()).empty();
    pipeline.run();
  }

  @Test
  void itsFunctionIsSerializable() {
    SerializableUtils.ensureSerializable(
        new ReadLinks.ReadLinksFn(ReadSettings.defaults(), MissingValues.pandas()));
  }

  private ReadResult<Batch<Link>> read(TestPipeline pipeline, String csv, ReadLinks read) {
    String archive = TestZip.of("ml/links.csv", csv).writeTo(folder);
    return pipeline.apply("Archive", Create.of(archive)).apply("Read", read);
  }

  private static BadInputException failure(TestPipeline pipeline) {
    return BadInputException.findIn(assertThrows(RuntimeException.class, pipeline::run));
  }
}
