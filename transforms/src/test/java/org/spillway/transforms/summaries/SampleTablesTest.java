package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.spillway.transforms.testing.TestHistory.seconds;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.features.LikedThreshold;
import org.spillway.transforms.testing.TestBatch;

class SampleTablesTest {
  private final List<SummaryTable> tables =
      SampleTables.of(
          SampledRatings.fullProfile(), SampledRatings.sampleProfile(LikedThreshold.DEFAULT), 50);

  @Test
  void comeInTheOrderOfTheSpec() {
    assertThat(
        tables.stream().map(SummaryTable::name).toList(),
        is(
            List.of(
                "full_rating_summary",
                "rating_distribution",
                "join_quality",
                "sample_quality",
                "genre_summary",
                "yearly_activity")));
  }

  @Test
  void fullRatingSummary() {
    assertThat(
        table("full_rating_summary"),
        is(
            SummaryTable.metrics("full_rating_summary")
                .row("full_rating_rows_scanned", 10)
                .row("full_unique_users", 4)
                .row("full_unique_movies_with_ratings", 5)
                .row("rating_timestamp_min", LocalDateTime.parse("1996-01-01T00:00:00"))
                .row("rating_timestamp_max", LocalDateTime.parse("2009-09-09T09:09:09"))
                .row("sample_user_modulus", 50)
                .row("sample_rating_rows", 6)
                .row("sample_unique_users", 2)
                .row("sample_unique_movies", 4)
                .build()));
  }

  @Test
  void ratingDistributionHasNullsWhereTheSampleHasNoSuchRating() {
    double sixth = 1.0 / 6;
    assertThat(
        table("rating_distribution"),
        is(
            distribution()
                .row(0.5, 1, 0.1, null, null, null)
                .row(1.0, 1, 0.1, 1, sixth, sixth - 0.1)
                .row(2.0, 1, 0.1, 1, sixth, sixth - 0.1)
                .row(3.5, 2, 0.2, 1, sixth, sixth - 0.2)
                .row(4.0, 4, 0.4, 2, 2.0 / 6, 2.0 / 6 - 0.4)
                .row(5.0, 1, 0.1, 1, sixth, sixth - 0.1)
                .build()));
  }

  @Test
  void joinQuality() {
    assertThat(
        table("join_quality"),
        is(
            SummaryTable.metrics("join_quality")
                .row("sample_rating_rows", 6)
                .row("rows_missing_movie_title", 2)
                .row("rows_missing_primary_genre", 1)
                .row("distinct_primary_genres_in_ratings", 3)
                .build()));
  }

  @Test
  void sampleQuality() {
    assertThat(
        table("sample_quality"),
        is(
            SummaryTable.metrics("sample_quality")
                .row("repeated_user_movie_rows", 1)
                .row("ratings_of_unknown_movies", 1)
                .build()));
  }

  @Test
  void genreSummaryLeavesOutUnknownMoviesAndBreaksTiesByName() {
    assertThat(table("genre_summary"), is(genreSummary(1.0, 0.0)));
  }

  @Test
  void theThresholdShowsInLikedRatesAlone() {
    List<SummaryTable> strict =
        SampleTables.of(SampledRatings.fullProfile(), SampledRatings.sampleProfile(9), 50);
    List<SummaryTable> lenient =
        SampleTables.of(SampledRatings.fullProfile(), SampledRatings.sampleProfile(7), 50);

    assertThat(strict.subList(0, 4), is(tables.subList(0, 4)));
    assertThat(strict.get(4), is(genreSummary(1.0 / 3, 0.0)));
    assertThat(lenient.get(4), is(genreSummary(1.0, 1.0)));
    assertThat(strict.get(5), is(yearlyActivity(0.0, 0.25)));
    assertThat(lenient.get(5), is(yearlyActivity(0.5, 0.75)));
  }

  @Test
  void yearlyActivityIsByUtcYear() {
    assertThat(table("yearly_activity"), is(yearlyActivity(0.5, 0.5)));
  }

  @Test
  void withoutASampleTheFullFileStays() {
    RatingsProfile full = new RatingsProfile();
    full.add(
        TestBatch.at(0)
            .row(1, 6, 4.0, seconds("2001-01-01T00:00:00"))
            .row(2, 6, 4.0, seconds("2001-01-01T00:00:01"))
            .build());

    assertThat(
        SampleTables.of(full, new SampleProfile(), 7),
        is(
            List.of(
                SummaryTable.metrics("full_rating_summary")
                    .row("full_rating_rows_scanned", 2)
                    .row("full_unique_users", 2)
                    .row("full_unique_movies_with_ratings", 1)
                    .row("rating_timestamp_min", LocalDateTime.parse("2001-01-01T00:00:00"))
                    .row("rating_timestamp_max", LocalDateTime.parse("2001-01-01T00:00:01"))
                    .row("sample_user_modulus", 7)
                    .row("sample_rating_rows", 0)
                    .row("sample_unique_users", 0)
                    .row("sample_unique_movies", 0)
                    .build(),
                distribution().row(4.0, 2, 1.0, null, null, null).build(),
                SummaryTable.metrics("join_quality")
                    .row("sample_rating_rows", 0)
                    .row("rows_missing_movie_title", 0)
                    .row("rows_missing_primary_genre", 0)
                    .row("distinct_primary_genres_in_ratings", 0)
                    .build(),
                SummaryTable.metrics("sample_quality")
                    .row("repeated_user_movie_rows", 0)
                    .row("ratings_of_unknown_movies", 0)
                    .build(),
                genres().build(),
                years().build())));
  }

  @Test
  void withoutAnyRatingsThereAreNoTimes() {
    List<SummaryTable> none = SampleTables.of(new RatingsProfile(), new SampleProfile(), 50);

    assertThat(
        none.get(0),
        is(
            SummaryTable.metrics("full_rating_summary")
                .row("full_rating_rows_scanned", 0)
                .row("full_unique_users", 0)
                .row("full_unique_movies_with_ratings", 0)
                .row("rating_timestamp_min", (Object) null)
                .row("rating_timestamp_max", (Object) null)
                .row("sample_user_modulus", 50)
                .row("sample_rating_rows", 0)
                .row("sample_unique_users", 0)
                .row("sample_unique_movies", 0)
                .build()));
    assertThat(none.get(1), is(distribution().build()));
  }

  private SummaryTable table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  private static SummaryTable genreSummary(double actionLiked, double comedyLiked) {
    double actionMean = (4.0 + 4.0 + 5.0) / 3;
    return genres()
        .row("Action", 3, 1, actionMean, actionLiked)
        .row("Crime", 3, 1, actionMean, actionLiked)
        .row("Thriller", 3, 1, actionMean, actionLiked)
        .row("(no genres listed)", 1, 1, 2.0, 0.0)
        .row("Comedy", 1, 1, 3.5, comedyLiked)
        .row("Romance", 1, 1, 3.5, comedyLiked)
        .build();
  }

  private static SummaryTable yearlyActivity(double liked2000, double liked2001) {
    return years().row(2000, 2, 2, 2, 2.5, liked2000).row(2001, 4, 2, 3, 3.625, liked2001).build();
  }

  private static SummaryTable.Builder distribution() {
    return SummaryTable.builder(
        "rating_distribution",
        "rating",
        "full_count",
        "full_share",
        "sample_count",
        "sample_share",
        "share_difference");
  }

  private static SummaryTable.Builder genres() {
    return SummaryTable.builder(
        "genre_summary",
        "genre",
        "sampled_rating_rows",
        "unique_movies",
        "mean_rating",
        "liked_rate");
  }

  private static SummaryTable.Builder years() {
    return SummaryTable.builder(
        "yearly_activity",
        "rating_year",
        "rating_rows",
        "users",
        "movies",
        "mean_rating",
        "liked_rate");
  }
}
