package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.Batch;
import org.spillway.schemas.RejectedRow;
import org.spillway.schemas.Tag;
import org.spillway.transforms.testing.TestPipelines;

class ReadTagsTest {
  private static final String HEADER = "userId,movieId,tag,timestamp\r\n";
  private static final String CSV =
      HEADER
          + "2,60756,funny,1445714994\r\n"
          + "2,60756,\" \"\"Highly, quotable\"\" \",1445714996\r\n"
          + "18,431,NA,1462138749\r\n";

  @RegisterExtension final TestPipelineExtension extension = TestPipelines.strict();

  @TempDir Path folder;

  @Test
  void readsTagsInTheOrderOfTheFile(TestPipeline pipeline) {
    ReadResult<Batch<Tag>> result = read(pipeline, CSV, ReadZipCsv.tags());

    PAssert.that(result.records())
        .containsInAnyOrder(
            List.of(
                new Batch<>(
                    0,
                    List.of(
                        new Tag(2, 60756, "funny", 1445714994),
                        new Tag(2, 60756, " \"Highly, quotable\" ", 1445714996),
                        new Tag(18, 431, null, 1462138749)))));
    PAssert.that(result.rejected()).empty();
    pipeline.run();
  }

  @Test
  void withMaxRowsEmitsTheFirstDataRowsButChecksAll(TestPipeline pipeline) {
    ReadResult<Batch<Tag>> result =
        read(
            pipeline,
            HEADER + "0,1,a,0\n1,1,b,0\n1,1,c,0\n1,1,d,-1\n",
            ReadZipCsv.tags().withMaxRows(2).withMaxRejectedShare(0.5));

    PAssert.that(result.records())
        .containsInAnyOrder(List.of(new Batch<>(1, List.of(new Tag(1, 1, "b", 0)))));
    PAssert.that(result.rejected())
        .containsInAnyOrder(
            rejected(
                2, "userId", "expected a whole number from 1 to 2147483647, found '0'", "0,1,a,0"),
            rejected(
                5,
                "timestamp",
                "expected whole seconds from 0 to 4133980799, found '-1'",
                "1,1,d,-1"));
    PAssert.that(result.reports())
        .satisfies(
            reports -> {
              assertThat(reports.iterator().next().accepted(), is(2L));
              assertThat(reports.iterator().next().rejected(), is(2L));
              return null;
            });
    pipeline.run();
  }

  @Test
  void rowsBeyondMaxRowsAreCheckedAllTheSame(TestPipeline pipeline) {
    ReadResult<Batch<Tag>> result =
        read(
            pipeline,
            HEADER + "1,1,a,0\n1,1,\"b\nc\",0\n1,1,d\0,0\n1,1,e\n1,1,f\"g,0\n1,x,h,0\n1,1,NA,0\n",
            ReadZipCsv.tags().withMaxRows(1).withMaxRejectedShare(1));

    PAssert.that(result.records())
        .containsInAnyOrder(List.of(new Batch<>(0, List.of(new Tag(1, 1, "a", 0)))));
    PAssert.that(result.rejected())
        .containsInAnyOrder(
            rejected(5, "", "expected text, found a NUL byte", "1,1,d\\u0000,0"),
            rejected(6, "", "expected 4 cells, found 3", "1,1,e"),
            rejected(
                7, "", "expected quotes around the whole cell, found one within it", "1,1,f\"g,0"),
            rejected(
                8,
                "movieId",
                "expected a whole number from 1 to 2147483647, found 'x'",
                "1,x,h,0"));
    PAssert.that(result.reports())
        .satisfies(
            reports -> {
              assertThat(reports.iterator().next().accepted(), is(3L));
              return null;
            });
    pipeline.run();
  }

  @Test
  void withMaxRowsOfNoneEmitsNone(TestPipeline pipeline) {
    PAssert.that(read(pipeline, CSV, ReadZipCsv.tags().withMaxRows(0)).records()).empty();
    pipeline.run();
  }

  @Test
  void withMissingValuesTakesTheseTextsAloneAsMissing(TestPipeline pipeline) {
    ReadResult<Batch<Tag>> result =
        read(
            pipeline,
            HEADER + "1,1,NA,0\n1,2,none,0\n",
            ReadZipCsv.tags().withMissingValues(MissingValues.of("none")));

    PAssert.that(result.records())
        .containsInAnyOrder(
            List.of(new Batch<>(0, List.of(new Tag(1, 1, "NA", 0), new Tag(1, 2, null, 0)))));
    pipeline.run();
  }

  @org.junit.jupiter.api.Tag("slow")
  @Test
  void cutsLargeFilesIntoBatches(TestPipeline pipeline) {
    StringBuilder csv = new StringBuilder(HEADER);
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < Batch.MAX_ROWS + 1; i++) {
      csv.append("1,1,t").append(i).append(",0\n");
      tags.add(new Tag(1, 1, "t" + i, 0));
    }

    ReadResult<Batch<Tag>> result = read(pipeline, csv.toString(), ReadZipCsv.tags());

    PAssert.that(result.records())
        .containsInAnyOrder(
            List.of(
                new Batch<>(0, tags.subList(0, Batch.MAX_ROWS)),
                new Batch<>(Batch.MAX_ROWS, tags.subList(Batch.MAX_ROWS, Batch.MAX_ROWS + 1))));
    pipeline.run();
  }

  /** What a batch holds is bounded by its text as well as by its rows. */
  @org.junit.jupiter.api.Tag("slow")
  @Test
  void cutsLongTagsIntoMoreBatches(TestPipeline pipeline) {
    String tag = "t".repeat(ReadTags.MAX_TAG_BYTES);
    int rowsOfABatch = (4 << 20) / ReadTags.MAX_TAG_BYTES;
    String csv = HEADER + ("1,1," + tag + ",0\n").repeat(rowsOfABatch + 1);

    ReadResult<Batch<Tag>> result = read(pipeline, csv, ReadZipCsv.tags());

    PAssert.that(result.records())
        .satisfies(
            batches -> {
              Map<Long, Integer> sizes = new TreeMap<>();
              batches.forEach(batch -> sizes.put(batch.position(), batch.rows().size()));
              assertThat(sizes, is(Map.of(0L, rowsOfABatch, (long) rowsOfABatch, 1)));
              return null;
            });
    pipeline.run();
  }

  @Test
  void rejectsATagThatNobodyWrites(TestPipeline pipeline) {
    String tag = "é".repeat(ReadTags.MAX_TAG_BYTES / 2);

    ReadResult<Batch<Tag>> result =
        read(
            pipeline,
            HEADER + "1,1," + tag + ",0\n1,1," + tag + "a,0\n",
            ReadZipCsv.tags().withMaxRejectedShare(0.5));

    PAssert.that(result.records())
        .containsInAnyOrder(List.of(new Batch<>(0, List.of(new Tag(1, 1, tag, 0)))));
    PAssert.that(result.rejected())
        .containsInAnyOrder(
            rejected(
                3, "tag", "expected at most 4096 bytes, found 4097", "1,1," + "é".repeat(196)));
    pipeline.run();
  }

  /** All tags that are emitted may be held at once by what follows. */
  @org.junit.jupiter.api.Tag("slow")
  @Test
  void rejectsLongTagsOnceTheyAreMany(TestPipeline pipeline) {
    int mostRows = ReadTags.MEAN_FROM_BYTES / ReadTags.MAX_TAG_BYTES;
    String tag = hardToCompress(ReadTags.MAX_TAG_BYTES);
    String csv = HEADER + ("1,1," + tag + ",0\n").repeat(mostRows + 2);

    ReadResult<Batch<Tag>> result =
        read(pipeline, csv, ReadZipCsv.tags().withMaxRows(mostRows + 1).withMaxRejectedShare(0.5));

    PAssert.that(result.rejected())
        .containsInAnyOrder(
            rejected(
                mostRows + 2,
                "tag",
                "expected tags of at most 200 bytes in the mean of the rows so far, found '"
                    + tag.substring(0, 60)
                    + "…'",
                "1,1," + tag.substring(0, 196)));
    PAssert.that(result.reports())
        .satisfies(
            reports -> {
              assertThat(reports.iterator().next().accepted(), is(mostRows + 1L));
              return null;
            });
    pipeline.run();
  }

  @Test
  void acceptsAHeaderOnly(TestPipeline pipeline) {
    ReadResult<Batch<Tag>> result = read(pipeline, HEADER, ReadZipCsv.tags());

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
    read(pipeline, "", ReadZipCsv.tags());

    assertThat(
        failure(pipeline).getMessage(),
        endsWith(
            "!ml/tags.csv: no data; expected a header, found an empty file; check how the archive"
                + " was made"));
  }

  @Test
  void failsIfTimestampsLookLikeMilliseconds(TestPipeline pipeline) {
    read(pipeline, HEADER + "1,1,a,1462138749000\n", ReadZipCsv.tags().withMaxRejectedShare(1));

    assertThat(failure(pipeline).fault(), is(InputFault.MILLISECONDS));
  }

  @Test
  void withLimitsRefusesALargerEntry(TestPipeline pipeline) {
    read(
        pipeline,
        CSV,
        ReadZipCsv.tags().withLimits(ArchiveLimits.generous().withMaxEntryBytes(50)));

    assertThat(failure(pipeline).fault(), is(InputFault.TOO_LARGE));
  }

  @Test
  void withChecksumMismatchAsWarningLetsAnotherMd5Pass(TestPipeline pipeline) {
    String archive =
        TestZip.of("tags.csv", HEADER)
            .add("checksums.txt", "00000000000000000000000000000000  tags.csv\n")
            .writeTo(folder);

    ReadResult<Batch<Tag>> result =
        pipeline
            .apply("Archive", Create.of(archive))
            .apply("Read", ReadZipCsv.tags().withChecksumMismatchAsWarning());

    PAssert.that(result.records()).empty();
    pipeline.run();
  }

  @Test
  void itsFunctionIsSerializable() {
    SerializableUtils.ensureSerializable(
        new ReadTags.ReadTagsFn(ReadSettings.defaults(), MissingValues.pandas(), 300_000));
  }

  /** Whoever repeats it has less than a bomb. */
  private static String hardToCompress(int length) {
    return new Random(1)
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private ReadResult<Batch<Tag>> read(TestPipeline pipeline, String csv, ReadTags read) {
    String archive = TestZip.of("ml/tags.csv", csv).writeTo(folder);
    return pipeline.apply("Archive", Create.of(archive)).apply("Read", read);
  }

  private static BadInputException failure(TestPipeline pipeline) {
    return BadInputException.findIn(assertThrows(RuntimeException.class, pipeline::run));
  }

  private static RejectedRow rejected(long line, String column, String reason, String text) {
    return new RejectedRow("test.zip", "ml/tags.csv", line, column, reason, text);
  }
}
