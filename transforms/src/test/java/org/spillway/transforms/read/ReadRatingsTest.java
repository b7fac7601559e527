package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.RejectedRow;
import org.spillway.transforms.sample.UserSample;
import org.spillway.transforms.testing.RandomRatings;
import org.spillway.transforms.testing.RandomRatings.Rating;
import org.spillway.transforms.testing.TestBatch;
import org.spillway.transforms.testing.TestPipelines;

class ReadRatingsTest {
  private static final String CSV =
      """
      userId,movieId,rating,timestamp\r
      1,17,4.0,944249077\r
      1,25,1.5,944250228\r
      2,17,0.5,944249078\r
      3,9,5.0,4133980799
      """;
  private static final String BAD_ROW = "4,0,5.0,0\n";
  private static final String WRONG_MD5 = "00000000000000000000000000000000  ratings.csv\n";

  @RegisterExtension final TestPipelineExtension extension = TestPipelines.strict();

  @TempDir Path folder;

  @Test
  void readsRatingsInTheOrderOfTheFile(TestPipeline pipeline) {
    ReadRatings.Result result = read(pipeline, CSV, ReadZipCsv.ratings());

    PAssert.that(result.records()).containsInAnyOrder(all().build());
    PAssert.that(result.rejected()).empty();
    PAssert.that(result.profile()).empty();
    PAssert.that(result.reports()).containsInAnyOrder(report(4, 0, Map.of()));
    pipeline.run();
  }

  @Test
  void withUsersEmitsTheirRowsWithTheirPlacesAndCountsAll(TestPipeline pipeline) {
    ReadRatings.Result result =
        read(pipeline, CSV, ReadZipCsv.ratings().withUsers(new UserSample(2, 0)));

    PAssert.that(result.records())
        .containsInAnyOrder(TestBatch.at(2).row(2, 17, 0.5, 944249078).build());
    PAssert.that(result.reports()).containsInAnyOrder(report(4, 0, Map.of()));
    pipeline.run();
  }

  @Test
  void withProfileCountsAllRowsWhoeverIsWanted(TestPipeline pipeline) {
    RatingsProfile expected = new RatingsProfile();
    expected.add(all().build());

    ReadRatings.Result result =
        read(pipeline, CSV, ReadZipCsv.ratings().withProfile().withUsers(new UserSample(2, 0)));

    PAssert.that(result.profile()).containsInAnyOrder(expected);
    pipeline.run();
  }

  /** What is pushed down equals what the plain transforms make of the plain batches. */
  @Test
  void pushedDownEqualsPlain(TestPipeline pipeline) {
    RandomRatings ratings = RandomRatings.of(7, 150_000, 400, 90_000);
    UserSample users = new UserSample(2, 1);
    String archive = TestZip.ofRatings(csv(ratings)).writeTo(folder);
    List<RatingBatch> plain = ratings.batches(RatingBatch.MAX_ROWS);
    RatingsProfile profile = new RatingsProfile();
    plain.forEach(profile::add);
    var archives = pipeline.apply("Archive", Create.of(archive));
    ReadRatings.Result whole = archives.apply("Read all", ReadZipCsv.ratings());
    ReadRatings.Result sample =
        archives.apply("Read some", ReadZipCsv.ratings().withUsers(users).withProfile());

    PAssert.that(whole.records()).containsInAnyOrder(plain);
    PAssert.that(sample.profile()).containsInAnyOrder(profile);
    PAssert.that(sample.records()).containsInAnyOrder(filled(ratings, users));
    pipeline.run();
  }

  @Test
  void aBatchBeginsAtTheNumberOfItsFirstRowAmongAllRows(TestPipeline pipeline) {
    ReadRatings.Result result =
        read(
            pipeline,
            "userId,movieId,rating,timestamp\nx,1,1.0,0\n\n1,1,1.0,0\n",
            ReadZipCsv.ratings().withMaxRejectedShare(1));

    PAssert.that(result.records()).containsInAnyOrder(TestBatch.at(2).row(1, 1, 1, 0).build());
    pipeline.run();
  }

  @Test
  void withMaxRejectedShareHandsRejectedRowsOn(TestPipeline pipeline) {
    ReadRatings.Result result =
        read(pipeline, CSV + BAD_ROW, ReadZipCsv.ratings().withMaxRejectedShare(0.2));

    PAssert.that(result.rejected())
        .containsInAnyOrder(
            new RejectedRow(
                "test.zip",
                "ml/ratings.csv",
                6,
                "movieId",
                "expected a whole number from 1 to 2147483647, found '0'",
                "4,0,5.0,0"));
    PAssert.that(result.reports())
        .containsInAnyOrder(
            report(4, 1, Map.of("lines_ending_in_lf", 2L, "rejected_invalid_id", 1L)));
    pipeline.run();
  }

  @Test
  void failsIfMoreThanOneInAThousandRowsIsRejected(TestPipeline pipeline) {
    read(pipeline, CSV + BAD_ROW, ReadZipCsv.ratings());

    assertThat(failure(pipeline).fault(), is(InputFault.TOO_MANY_REJECTED));
  }

  @Test
  void withLimitsRefusesALargerEntry(TestPipeline pipeline) {
    ArchiveLimits limits = ArchiveLimits.generous().withMaxEntryBytes(100);

    read(pipeline, CSV, ReadZipCsv.ratings().withLimits(limits));

    assertThat(failure(pipeline).fault(), is(InputFault.TOO_LARGE));
  }

  @Test
  void failsOnAnotherMd5(TestPipeline pipeline) {
    String archive = TestZip.ofRatings(CSV).add("ml/checksums.txt", WRONG_MD5).writeTo(folder);

    pipeline.apply("Archive", Create.of(archive)).apply("Read", ReadZipCsv.ratings());

    assertThat(failure(pipeline).fault(), is(InputFault.MD5_MISMATCH));
  }

  @Test
  void withChecksumMismatchAsWarningReportsAnotherMd5(TestPipeline pipeline) {
    String archive = TestZip.ofRatings(CSV).add("ml/checksums.txt", WRONG_MD5).writeTo(folder);

    ReadRatings.Result result =
        pipeline
            .apply("Archive", Create.of(archive))
            .apply("Read", ReadZipCsv.ratings().withChecksumMismatchAsWarning());

    PAssert.that(result.reports()).containsInAnyOrder(report(4, 0, Map.of("md5_mismatches", 1L)));
    pipeline.run();
  }

  @Test
  void readsSeveralArchives(TestPipeline pipeline) throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    String first = TestZip.ofRatings(CSV).writeTo(folder);
    String second =
        TestZip.ofRatings("userId,movieId,rating,timestamp\n9,9,1.0,0\n").writeTo(other);

    ReadRatings.Result result =
        pipeline.apply("Archives", Create.of(first, second)).apply("Read", ReadZipCsv.ratings());

    PAssert.that(result.records())
        .containsInAnyOrder(all().build(), TestBatch.at(0).row(9, 9, 1, 0).build());
    pipeline.run();
  }

  @Test
  void itsFunctionIsSerializable() {
    SerializableUtils.ensureSerializable(
        new ReadRatings.ReadRatingsFn(ReadSettings.defaults(), new UserSample(2, 1), true));
  }

  private ReadRatings.Result read(TestPipeline pipeline, String csv, ReadRatings read) {
    String archive = TestZip.ofRatings(csv).writeTo(folder);
    return pipeline.apply("Archive", Create.of(archive)).apply("Read", read);
  }

  private static BadInputException failure(TestPipeline pipeline) {
    return BadInputException.findIn(assertThrows(RuntimeException.class, pipeline::run));
  }

  private static TestBatch all() {
    return TestBatch.at(0)
        .row(1, 17, 4, 944249077)
        .row(1, 25, 1.5, 944250228)
        .row(2, 17, 0.5, 944249078)
        .row(3, 9, 5, 4133980799L);
  }

  private static String csv(RandomRatings ratings) {
    StringBuilder csv = new StringBuilder("userId,movieId,rating,timestamp\r\n");
    for (Rating rating : ratings.rows()) {
      csv.append(rating.userId()).append(',').append(rating.movieId()).append(',');
      csv.append(rating.halfStars() / 2.0).append(',').append(rating.seconds()).append("\r\n");
    }
    return csv.toString();
  }

  /** The ratings of some users in as few batches as can be, each with the place of its first. */
  private static List<RatingBatch> filled(RandomRatings ratings, UserSample users) {
    List<RatingBatch> batches = new ArrayList<>();
    TestBatch batch = null;
    int size = 0;
    for (int i = 0; i < ratings.rows().size(); i++) {
      Rating rating = ratings.rows().get(i);
      if (users.contains(rating.userId())) {
        batch = batch == null ? TestBatch.at(i) : batch;
        batch.row(rating.userId(), rating.movieId(), rating.halfStars() / 2.0, rating.seconds());
        if (++size % RatingBatch.MAX_ROWS == 0) {
          batches.add(batch.build());
          batch = null;
        }
      }
    }
    batches.add(batch.build());
    return batches;
  }

  private static EntryReport report(long accepted, long rejected, Map<String, Long> figures) {
    TreeMap<String, Long> all =
        new TreeMap<>(
            Map.of(
                "adjacent_repeated_pairs", 0L,
                "extra_columns", 0L,
                "has_byte_order_mark", 0L,
                "has_reordered_columns", 0L,
                "lines_ending_in_crlf", 4L,
                "lines_ending_in_lf", 1L,
                "md5_matches", 0L,
                "md5_mismatches", 0L,
                "rows_out_of_order", 0L));
    all.putAll(figures);
    return new EntryReport(
        "test.zip", "ml/ratings.csv", accepted + rejected, accepted, rejected, all);
  }
}
