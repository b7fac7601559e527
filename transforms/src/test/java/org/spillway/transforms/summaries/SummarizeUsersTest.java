package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.UserFeatures;
import org.spillway.transforms.testing.TestPipelines;

class SummarizeUsersTest {
  private static final int DAY = 86_400;

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  /** User n has n ratings of 4.0 stars over n days; all figures but these are the same for all. */
  @Test
  void describesElevenUsersAndNamesTheTopTen(TestPipeline pipeline) {
    List<UserFeatures> users = new ArrayList<>();
    SummaryTable.Builder top = top();
    for (int n = 11; n >= 1; n--) {
      users.add(new UserFeatures(n, n, 8L * n, n, DAY, DAY + (long) n * DAY, 2, 3));
      if (n > 1) {
        LocalDateTime first = LocalDateTime.parse("1970-01-02T00:00:00");
        top.row(n, n, 4.0, 1.0, first, first.plusDays(n), 2, 3, n);
      }
    }
    Collections.shuffle(users, new Random(1));

    PAssert.that(
            pipeline
                .apply(Create.of(List.of(users)))
                .apply(SummarizeUsers.create())
                .apply(Tables.only("user_activity_summary", "top_users")))
        .containsInAnyOrder(
            DescribeTable.named("user_activity_summary")
                .row("n_ratings", oneTo(11))
                .row("mean_rating", all(11, 4.0))
                .row("liked_rate", all(11, 1.0))
                .row("active_years", all(11, 2.0))
                .row("activity_span_days", oneTo(11))
                .row("unique_primary_genres", all(11, 3.0))
                .build(),
            top.build());
    pipeline.run();
  }

  @Test
  void ofUsersWithEquallyManyRatingsTheSmallestIdsAreOnTop() {
    List<UserFeatures> users = new ArrayList<>();
    IntStream.rangeClosed(1, 12).forEach(id -> users.add(user(id, 20)));
    users.add(user(99, 21));
    Collections.shuffle(users, new Random(3));

    SummaryTable top = SummarizeUsers.tables(users).get(1);

    assertThat(
        top.rows().stream().map(row -> row.get(0)).toList(),
        is(List.of(99L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L)));
  }

  @Test
  void aSingleUserHasNoDeviation() {
    assertThat(
        Tables.only(
            SummarizeUsers.tables(List.of(new UserFeatures(7, 4, 26, 1, 0, DAY + 1, 2, 3))),
            "user_activity_summary",
            "top_users"),
        is(
            List.of(
                DescribeTable.named("user_activity_summary")
                    .row("n_ratings", all(1, 4.0))
                    .row("mean_rating", all(1, 3.25))
                    .row("liked_rate", all(1, 0.25))
                    .row("active_years", all(1, 2.0))
                    .row("activity_span_days", all(1, 1.0))
                    .row("unique_primary_genres", all(1, 3.0))
                    .build(),
                top()
                    .row(
                        7,
                        4,
                        3.25,
                        0.25,
                        LocalDateTime.parse("1970-01-01T00:00:00"),
                        LocalDateTime.parse("1970-01-02T00:00:01"),
                        2,
                        3,
                        1)
                    .build())));
  }

  @Test
  void withoutUsersThereAreRowsOfNothing() {
    double[] nothing = new double[0];

    assertThat(
        Tables.only(SummarizeUsers.tables(List.of()), "user_activity_summary", "top_users"),
        is(
            List.of(
                DescribeTable.named("user_activity_summary")
                    .row("n_ratings", nothing)
                    .row("mean_rating", nothing)
                    .row("liked_rate", nothing)
                    .row("active_years", nothing)
                    .row("activity_span_days", nothing)
                    .row("unique_primary_genres", nothing)
                    .build(),
                top().build())));
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(SummarizeUsers.create());
  }

  private static SummaryTable.Builder top() {
    return SummaryTable.builder(
        "top_users",
        "userId",
        "n_ratings",
        "mean_rating",
        "liked_rate",
        "first_rating_time",
        "last_rating_time",
        "active_years",
        "unique_primary_genres",
        "activity_span_days");
  }

  private static UserFeatures user(int userId, int ratings) {
    return new UserFeatures(userId, ratings, 8L * ratings, 0, 0, 0, 1, 1);
  }

  private static double[] oneTo(int n) {
    return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
  }

  private static double[] all(int n, double value) {
    return IntStream.range(0, n).mapToDouble(i -> value).toArray();
  }
}
