package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserFeatures;

/**
 * Describes the sampled users together: the tables user_activity_summary and top_users (setup spec,
 * section 6), and user_activity_histogram and mean_rating_histogram, which their figure draws.
 * Percentiles are exact, so all users come in one list: about 60 bytes each.
 */
@AutoValue
public abstract class SummarizeUsers
    extends PTransform<PCollection<List<UserFeatures>>, PCollection<SummaryTable>> {
  private static final int TOP = 10;
  private static final int ACTIVITY_BINS = 60;
  private static final int MEAN_RATING_BINS = 40;

  /** Summarizes users. */
  public static SummarizeUsers create() {
    return new AutoValue_SummarizeUsers();
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<List<UserFeatures>> users) {
    return users.apply("Tables", Tabulate.with(SummarizeUsers::tables));
  }

  static List<SummaryTable> tables(List<UserFeatures> users) {
    return List.of(activity(users), top(users), activityHistogram(users), meanHistogram(users));
  }

  private static SummaryTable activityHistogram(List<UserFeatures> users) {
    return Histogram.logarithmic(
            users.stream().mapToInt(UserFeatures::ratings).toArray(), ACTIVITY_BINS)
        .table("user_activity_histogram", "users");
  }

  private static SummaryTable meanHistogram(List<UserFeatures> users) {
    return Histogram.linear(column(users, UserFeatures::meanRating), MEAN_RATING_BINS)
        .table("mean_rating_histogram", "users");
  }

  private static SummaryTable activity(List<UserFeatures> users) {
    return DescribeTable.named("user_activity_summary")
        .row("n_ratings", column(users, UserFeatures::ratings))
        .row("mean_rating", column(users, UserFeatures::meanRating))
        .row("liked_rate", column(users, UserFeatures::likedRate))
        .row("active_years", column(users, UserFeatures::activeYears))
        .row("activity_span_days", column(users, UserFeatures::activitySpanDays))
        .row("unique_primary_genres", column(users, UserFeatures::uniquePrimaryGenres))
        .build();
  }

  private static SummaryTable top(List<UserFeatures> users) {
    SummaryTable.Builder table =
        SummaryTable.builder(
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
    users.stream()
        .sorted(
            Comparator.comparingInt(UserFeatures::ratings)
                .reversed()
                .thenComparingInt(UserFeatures::userId))
        .limit(TOP)
        .forEach(
            user ->
                table.row(
                    user.userId(),
                    user.ratings(),
                    user.meanRating(),
                    user.likedRate(),
                    Timestamps.toDateTime(user.firstTimestamp()),
                    Timestamps.toDateTime(user.lastTimestamp()),
                    user.activeYears(),
                    user.uniquePrimaryGenres(),
                    user.activitySpanDays()));
    return table.build();
  }

  private static double[] column(List<UserFeatures> users, ToDoubleFunction<UserFeatures> value) {
    return users.stream().mapToDouble(value).toArray();
  }
}
