package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchBuilder;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.RejectedRow;
import org.spillway.transforms.sample.UserSample;

@ExtendWith(TestPipelineExtension.class)
class ReadRatingsTest {
  private static final String CSV =
      """
      userId,movieId,rating,timestamp\r
      1,17,4.0,944249077\r
      1,25,1.5,944250228\r
      2,17,0.5,944249078\r
      3,9,5.0,4133980799
      """;

  @TempDir Path folder;

  @Test
  void readsRatingsInTheOrderOfTheFile(TestPipeline pipeline) {
    ReadRatings.Result result = read(pipeline, CSV, ReadZipCsv.ratings());

    PAssert.that(result.records())
        .containsInAnyOrder(
            batch(
                0,
                new long[][] {
                  {1, 17, 8, 944249077},
                  {1, 25, 3, 944250228},
                  {2, 17, 1, 944249078},
                  {3, 9, 10, 4133980799L}
                }));
    PAssert.that(result.rejected()).empty();
    PAssert.that(result.profile()).empty();
    PAssert.that(result.reports())
        .containsInAnyOrder(
            report(4, 0, Map.of("lines_ending_in_crlf", 4L, "lines_ending_in_lf", 1L)));
    pipeline.run();
  }

  @Test
  void withUsersKeepsTheirRowsAndPlaces(TestPipeline pipeline) {
    ReadRatings.Result result =
        read(pipeline, CSV, ReadZipCsv.ratings().withUsers(new UserSample(2, 0)));

    PAssert.that(result.records())
        .containsInAnyOrder(batch(2, new long[][] {{2, 17, 1, 944249078}}));
    PAssert.that(result.reports())
        .containsInAnyOrder(
            report(4, 0, Map.of("lines_ending_in_crlf", 4L, "lines_ending_in_lf", 1L)));
    pipeline.run();
  }

  @Test
  void withProfileCountsAllRowsWhateverIsSampled(TestPipeline pipeline) {
    RatingsProfile expected = new RatingsProfile();
    expected.add(
        batch(
            0,
            new long[][] {
              {1, 17, 8, 944249077},
              {1, 25, 3, 944250228},
              {2, 17, 1, 944249078},
              {3, 9, 10, 4133980799L}
            }));

    ReadRatings.Result result =
        read(pipeline, CSV, ReadZipCsv.ratings().withProfile().withUsers(new UserSample(2, 0)));

    PAssert.that(result.profile()).containsInAnyOrder(expected);
    pipeline.run();
  }

  @Test
  void handsRejectedRowsOn(TestPipeline pipeline) {
    ReadRatings.Result result =
        read(pipeline, CSV + "4,0,5.0,0\n", ReadZipCsv.ratings().withMaxRejectedShare(0.2));

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
            report(
                4,
                1,
                Map.of(
                    "lines_ending_in_crlf", 4L,
                    "lines_ending_in_lf", 2L,
                    "rejected_invalid_id", 1L)));
    pipeline.run();
  }

  @Test
  void profileEqualsThatOfTheBatches() {
    assertThat(new UserSample(1, 0).contains(7), is(true));
  }

  private ReadRatings.Result read(TestPipeline pipeline, String csv, ReadRatings read) {
    String archive = TestZip.ofRatings(csv).writeTo(folder);
    return pipeline.apply("Archive", Create.of(archive)).apply("Read", read);
  }

  static RatingBatch batch(long position, long[][] rows) {
    RatingBatchBuilder batch = new RatingBatchBuilder(position, rows.length);
    for (long[] row : rows) {
      batch.add((int) row[0], (int) row[1], (int) row[2], row[3]);
    }
    return batch.build();
  }

  private static EntryReport report(long accepted, long rejected, Map<String, Long> figures) {
    TreeMap<String, Long> all = new TreeMap<>();
    for (String name :
        new String[] {
          "adjacent_repeated_pairs",
          "extra_columns",
          "has_byte_order_mark",
          "has_reordered_columns",
          "md5_matches",
          "md5_mismatches",
          "rows_out_of_order"
        }) {
      all.put(name, 0L);
    }
    all.putAll(figures);
    return new EntryReport(
        "test.zip", "ml/ratings.csv", accepted + rejected, accepted, rejected, all);
  }
}
