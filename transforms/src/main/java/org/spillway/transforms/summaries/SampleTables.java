package org.spillway.transforms.summaries;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.Timestamps;

/** The tables that set the sampled ratings beside the full file and group them. */
final class SampleTables {

  private SampleTables() {}

  static List<SummaryTable> of(RatingsProfile full, SampleProfile sample, int userModulus) {
    return List.of(
        fullRatingSummary(full, sample, userModulus),
        ratingDistribution(full, sample),
        joinQuality(sample),
        sampleQuality(sample),
        genreSummary(sample),
        yearlyActivity(sample));
  }

  private static SummaryTable fullRatingSummary(
      RatingsProfile full, SampleProfile sample, int userModulus) {
    boolean any = full.rows() > 0;
    return SummaryTable.metrics("full_rating_summary")
        .row("full_rating_rows_scanned", full.rows())
        .row("full_unique_users", full.users())
        .row("full_unique_movies_with_ratings", full.movies())
        .row("rating_timestamp_min", any ? Timestamps.toDateTime(full.firstTimestamp()) : null)
        .row("rating_timestamp_max", any ? Timestamps.toDateTime(full.lastTimestamp()) : null)
        .row("sample_user_modulus", userModulus)
        .row("sample_rating_rows", sample.ratings())
        .row("sample_unique_users", sample.users())
        .row("sample_unique_movies", sample.movies())
        .build();
  }

  private static SummaryTable ratingDistribution(RatingsProfile full, SampleProfile sample) {
    SummaryTable.Builder table =
        SummaryTable.builder(
            "rating_distribution",
            "rating",
            "full_count",
            "full_share",
            "sample_count",
            "sample_share",
            "share_difference");
    for (int halfStars = HalfStars.MIN; halfStars <= HalfStars.MAX; halfStars++) {
      if (full.rowsWith(halfStars) > 0) {
        table.row(ratingDistributionCells(halfStars, full, sample));
      }
    }
    return table.build();
  }

  private static @Nullable Object[] ratingDistributionCells(
      int halfStars, RatingsProfile full, SampleProfile sample) {
    double stars = HalfStars.toStars(halfStars);
    long count = full.rowsWith(halfStars);
    double share = (double) count / full.rows();
    long sampled = sample.ratingsWith(halfStars);
    if (sampled == 0) {
      return new @Nullable Object[] {stars, count, share, null, null, null};
    }
    double sampleShare = (double) sampled / sample.ratings();
    return new @Nullable Object[] {stars, count, share, sampled, sampleShare, sampleShare - share};
  }

  private static SummaryTable joinQuality(SampleProfile sample) {
    return SummaryTable.metrics("join_quality")
        .row("sample_rating_rows", sample.ratings())
        .row("rows_missing_movie_title", sample.withoutTitle())
        .row("rows_missing_primary_genre", sample.withoutGenre())
        .row("distinct_primary_genres_in_ratings", sample.primaryGenres())
        .build();
  }

  /** What the seed lets pass without a word; the rows are kept, as there. */
  private static SummaryTable sampleQuality(SampleProfile sample) {
    return SummaryTable.metrics("sample_quality")
        .row("repeated_user_movie_rows", sample.repeatedPairs())
        .row("ratings_of_unknown_movies", sample.withoutGenre())
        .build();
  }

  private static SummaryTable genreSummary(SampleProfile sample) {
    SummaryTable.Builder table =
        SummaryTable.builder(
            "genre_summary",
            "genre",
            "sampled_rating_rows",
            "unique_movies",
            "mean_rating",
            "liked_rate");
    sample.genres().entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, GroupTally> e) -> -e.getValue().ratings())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            e -> {
              GroupTally tally = e.getValue();
              table.row(
                  e.getKey(),
                  tally.ratings(),
                  tally.movies(),
                  tally.meanRating(),
                  tally.likedRate());
            });
    return table.build();
  }

  private static SummaryTable yearlyActivity(SampleProfile sample) {
    SummaryTable.Builder table =
        SummaryTable.builder(
            "yearly_activity",
            "rating_year",
            "rating_rows",
            "users",
            "movies",
            "mean_rating",
            "liked_rate");
    sample
        .years()
        .forEach(
            (year, tally) ->
                table.row(
                    year,
                    tally.ratings(),
                    tally.users(),
                    tally.movies(),
                    tally.meanRating(),
                    tally.likedRate()));
    return table.build();
  }
}
