package org.spillway.transforms.testing;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spillway.schemas.SummaryTable;

/**
 * Summary tables with the figures that the setup spec's source printed for MovieLens 32M, and short
 * invented ones where it printed none: what a report looks like without running a pipeline.
 */
public final class SeedTables {

  private SeedTables() {}

  /** Every table that the setup pipeline makes, by name. */
  public static Map<String, SummaryTable> all() {
    Map<String, SummaryTable> tables = new TreeMap<>();
    for (SummaryTable table :
        List.of(
            archive(),
            movieSummary(),
            linksCoverage(),
            dataQuality(),
            tagSummary(),
            topTags(),
            fullRatingSummary(),
            ratingDistribution(),
            joinQuality(),
            sampleQuality(),
            userActivitySummary(),
            userActivityHistogram(),
            meanRatingHistogram(),
            topUsers(),
            itemSummary(),
            topItems(),
            itemPopularityHistogram(),
            genreSummary(),
            genreOrder(),
            genrePrimaryShare(),
            yearlyActivity(),
            clusterReadiness(),
            popularityByCluster(),
            slateSeedSummary(),
            slateOverlap(),
            slateTimeSpan(),
            slateFaults())) {
      tables.put(table.name(), table);
    }
    return tables;
  }

  /** Every table, without a row. */
  public static Map<String, SummaryTable> empty() {
    Map<String, SummaryTable> tables = new TreeMap<>();
    all()
        .forEach(
            (name, table) -> tables.put(name, new SummaryTable(name, table.columns(), List.of())));
    return tables;
  }

  private static SummaryTable archive() {
    return SummaryTable.builder("archive", "file", "compressed_mb", "uncompressed_mb")
        .row("ml-32m/ratings.csv", 218.785913, 877.076222)
        .row("ml-32m/tags.csv", 17.863731, 72.353890)
        .row("ml-32m/movies.csv", 1.457802, 4.242926)
        .row("ml-32m/links.csv", 0.837721, 1.950748)
        .row("ml-32m/README.txt", 0.003731, 0.009178)
        .row("ml-32m/checksums.txt", 0.000122, 0.000189)
        .build();
  }

  private static SummaryTable movieSummary() {
    return SummaryTable.metrics("movie_summary")
        .row("movies", 87_585)
        .row("movies_with_release_year", 86_968)
        .row("movies_without_genres", 7_080)
        .row("distinct_primary_genres", 20)
        .row("median_genres_per_movie", 1.0)
        .build();
  }

  private static SummaryTable linksCoverage() {
    return SummaryTable.metrics("links_coverage")
        .row("link_rows", 87_585)
        .row("links_with_imdb_id", 87_585)
        .row("links_with_tmdb_id", 87_461)
        .row("links_of_unknown_movies", 0)
        .row("movies_without_link", 0)
        .build();
  }

  private static SummaryTable dataQuality() {
    return SummaryTable.builder("data_quality", "archive", "entry", "figure", "count")
        .row("ml-32m.zip", "ml-32m/ratings.csv", "rows_read", 32_000_204)
        .row("ml-32m.zip", "ml-32m/ratings.csv", "rows_accepted", 32_000_204)
        .row("ml-32m.zip", "ml-32m/ratings.csv", "rows_rejected", 0)
        .build();
  }

  private static SummaryTable tagSummary() {
    return SummaryTable.metrics("tag_summary")
        .row("tag_rows_loaded", 300_000)
        .row("unique_users_in_tag_sample", 3_605)
        .row("unique_movies_in_tag_sample", 15_914)
        .row("unique_clean_tags_in_sample", 28_307)
        .row("tag_date_min", LocalDateTime.of(2005, 12, 27, 12, 54, 55))
        .row("tag_date_max", LocalDateTime.of(2023, 10, 12, 7, 24, 37))
        .build();
  }

  private static SummaryTable topTags() {
    return SummaryTable.builder("top_tags", "tag_clean", "tag_rows", "users", "movies")
        .row("sci-fi", 2_562, 667, 474)
        .row("atmospheric", 2_418, 503, 536)
        .row("action", 2_354, 461, 686)
        .build();
  }

  private static SummaryTable fullRatingSummary() {
    return SummaryTable.metrics("full_rating_summary")
        .row("full_rating_rows_scanned", 32_000_204)
        .row("full_unique_users", 200_948)
        .row("full_unique_movies_with_ratings", 84_432)
        .row("rating_timestamp_min", LocalDateTime.of(1995, 1, 9, 11, 46, 44))
        .row("rating_timestamp_max", LocalDateTime.of(2023, 10, 13, 2, 29, 7))
        .row("sample_user_modulus", 50)
        .row("sample_rating_rows", 617_851)
        .row("sample_unique_users", 4_018)
        .row("sample_unique_movies", 22_313)
        .build();
  }

  private static SummaryTable ratingDistribution() {
    long[] full = {
      525_132, 946_675, 531_063, 2_028_622, 1_685_386, 6_054_990, 4_290_105, 8_367_654, 2_974_000,
      4_596_577
    };
    long[] sample = {
      9_200, 19_406, 9_689, 41_065, 31_052, 117_188, 80_913, 161_801, 54_857, 92_680
    };
    SummaryTable.Builder table =
        SummaryTable.builder(
            "rating_distribution",
            "rating",
            "full_count",
            "full_share",
            "sample_count",
            "sample_share",
            "share_difference");
    for (int i = 0; i < full.length; i++) {
      double fullShare = full[i] / 32_000_204.0;
      double sampleShare = sample[i] / 617_851.0;
      table.row((i + 1) / 2.0, full[i], fullShare, sample[i], sampleShare, sampleShare - fullShare);
    }
    return table.build();
  }

  private static SummaryTable joinQuality() {
    return SummaryTable.metrics("join_quality")
        .row("sample_rating_rows", 617_851)
        .row("rows_missing_movie_title", 0)
        .row("rows_missing_primary_genre", 0)
        .row("distinct_primary_genres_in_ratings", 20)
        .build();
  }

  private static SummaryTable sampleQuality() {
    return SummaryTable.metrics("sample_quality")
        .row("repeated_user_movie_rows", 0)
        .row("ratings_of_unknown_movies", 0)
        .build();
  }

  private static SummaryTable.Builder describe(String name) {
    return SummaryTable.builder(
        name, "column", "count", "mean", "std", "min", "10%", "25%", "50%", "75%", "90%", "max");
  }

  private static SummaryTable userActivitySummary() {
    return describe("user_activity_summary")
        .row("n_ratings", 4018.0, 153.7708, 266.3372, 20.0, 24.0, 36.0, 70.0, 162.0, 339.0, 5160.0)
        .row(
            "mean_rating", 4018.0, 3.7075, 0.4844, 0.55, 3.116, 3.4134, 3.7188, 4.0156, 4.3028, 5.0)
        .row(
            "activity_span_days",
            4018.0,
            257.6847,
            809.0312,
            0.0,
            0.0,
            0.0,
            0.0,
            53.0,
            701.3,
            8396.0)
        .build();
  }

  private static SummaryTable userActivityHistogram() {
    return histogram("user_activity_histogram", "users")
        .row(19.5, 21.5, 412)
        .row(21.5, 23.5, 301)
        .row(23.5, 310.5, 2_900)
        .row(310.5, 5160.5, 405)
        .build();
  }

  private static SummaryTable meanRatingHistogram() {
    return histogram("mean_rating_histogram", "users")
        .row(0.55, 2.0, 8)
        .row(2.0, 3.5, 1_300)
        .row(3.5, 5.0, 2_710)
        .build();
  }

  private static SummaryTable itemPopularityHistogram() {
    return histogram("item_popularity_histogram", "movies")
        .row(0.5, 1.5, 9_512)
        .row(1.5, 2.5, 2_871)
        .row(2.5, 50.5, 7_600)
        .row(50.5, 2031.5, 2_330)
        .build();
  }

  private static SummaryTable.Builder histogram(String name, String countColumn) {
    return SummaryTable.builder(name, "bin_start", "bin_end", countColumn);
  }

  private static SummaryTable topUsers() {
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
            "activity_span_days")
        .row(
            83_000,
            5_160,
            2.4058,
            0.0698,
            LocalDateTime.of(2002, 8, 19, 19, 48, 36),
            LocalDateTime.of(2002, 11, 25, 17, 50, 15),
            1,
            18,
            97)
        .row(
            82_050,
            4_681,
            3.3622,
            0.5954,
            LocalDateTime.of(2016, 5, 11, 19, 53, 45),
            LocalDateTime.of(2023, 10, 6, 2, 48, 47),
            8,
            19,
            2_703)
        .build();
  }

  private static SummaryTable itemSummary() {
    return describe("item_summary")
        .row(
            "sample_rating_count", 22313.0, 27.6902, 95.941, 1.0, 1.0, 1.0, 2.0, 12.0, 56.0, 2031.0)
        .row(
            "sample_mean_rating", 22313.0, 3.2312, 0.9839, 0.5, 2.0, 2.7867, 3.4, 3.8571, 4.25, 5.0)
        .build();
  }

  private static SummaryTable topItems() {
    return SummaryTable.builder(
            "top_items",
            "movieId",
            "title",
            "primary_genre",
            "sample_rating_count",
            "sample_mean_rating",
            "sample_liked_rate")
        .row(318, "Shawshank Redemption, The (1994)", "Crime", 2_031, 4.4094, 0.8612)
        .row(296, "Pulp Fiction (1994)", "Comedy", 1_965, 4.1883, 0.7913)
        .row(356, "Forrest Gump (1994)", "Comedy", 1_952, 4.0666, 0.7208)
        .build();
  }

  private static SummaryTable genreSummary() {
    return SummaryTable.builder(
            "genre_summary",
            "genre",
            "sampled_rating_rows",
            "unique_movies",
            "mean_rating",
            "liked_rate")
        .row("Drama", 271_190, 9_867, 3.6791, 0.5567)
        .row("Comedy", 215_975, 7_010, 3.4352, 0.4565)
        .row("Action", 186_192, 3_443, 3.485, 0.4668)
        .row("Thriller", 167_555, 4_070, 3.5485, 0.4938)
        .row("Adventure", 145_711, 2_042, 3.5298, 0.4885)
        .row("Sci-Fi", 111_123, 1_878, 3.5124, 0.4816)
        .row("Romance", 107_165, 3_354, 3.5506, 0.5035)
        .row("Crime", 104_853, 2_332, 3.6946, 0.5596)
        .row("Fantasy", 70_853, 1_422, 3.5189, 0.487)
        .row("Children", 51_351, 1_239, 3.4301, 0.4579)
        .row("Mystery", 50_611, 1_233, 3.6846, 0.5569)
        .row("Horror", 46_883, 2_395, 3.3446, 0.4185)
        .row("Animation", 41_736, 1_247, 3.6112, 0.527)
        .row("War", 31_009, 814, 3.7865, 0.6047)
        .row("IMAX", 28_710, 175, 3.5887, 0.5039)
        .row("Musical", 21_602, 526, 3.5132, 0.4911)
        .row("Western", 11_645, 393, 3.591, 0.5198)
        .row("Documentary", 8_024, 1_516, 3.6344, 0.5581)
        .row("Film-Noir", 6_138, 174, 3.9195, 0.6795)
        .row("(no genres listed)", 953, 431, 3.4418, 0.4953)
        .build();
  }

  private static SummaryTable yearlyActivity() {
    return SummaryTable.builder(
            "yearly_activity",
            "rating_year",
            "rating_rows",
            "users",
            "movies",
            "mean_rating",
            "liked_rate")
        .row(1996, 31_909, 510, 1_030, 3.5553, 0.4914)
        .row(1997, 12_671, 225, 1_161, 3.5889, 0.5097)
        .row(1998, 6_167, 82, 1_396, 3.6142, 0.5821)
        .row(1999, 21_873, 197, 2_177, 3.6783, 0.6207)
        .row(2000, 40_933, 299, 3_095, 3.5898, 0.5754)
        .row(2019, 28_206, 247, 5_998, 3.641, 0.5284)
        .row(2020, 31_039, 265, 7_148, 3.5423, 0.4982)
        .row(2021, 22_974, 241, 5_981, 3.6466, 0.5339)
        .row(2022, 18_050, 215, 5_139, 3.7061, 0.5532)
        .row(2023, 20_494, 186, 5_242, 3.6596, 0.5222)
        .build();
  }

  private static SummaryTable clusterReadiness() {
    return SummaryTable.builder(
            "cluster_readiness",
            "spillover_cluster",
            "movies",
            "sampled_ratings",
            "mean_item_rating")
        .row("Action", 3_443, 186_192, 3.1305)
        .row("Comedy", 5_432, 139_545, 3.189)
        .row("Drama", 5_580, 116_649, 3.3018)
        .build();
  }

  private static SummaryTable popularityByCluster() {
    return SummaryTable.builder(
            "popularity_by_cluster",
            "spillover_cluster",
            "very_low",
            "low",
            "medium",
            "high",
            "very_high")
        .row("Action", 500, 520, 600, 800, 1_023)
        .row("Comedy", 1_050, 1_100, 1_082, 1_100, 1_100)
        .row("Drama", 1_180, 1_200, 1_200, 1_100, 900)
        .build();
  }

  private static SummaryTable slateSeedSummary() {
    return SummaryTable.metrics("slate_seed_summary")
        .row("eligible_users_considered", 3_000)
        .row("complete_seed_slates", 3_000)
        .row("rows_in_seed_slate_table", 36_000)
        .row("slate_size", 12)
        .row("unique_movies_in_seed_slates", 5_668)
        .row("unique_spillover_clusters", 19)
        .row("mean_high_relevance_rate", 0.9596)
        .build();
  }

  private static SummaryTable slateOverlap() {
    return SummaryTable.builder("slate_overlap", "spillover_cluster", "movies_on_slate", "slates")
        .row("Action", 1, 500)
        .row("Action", 2, 700)
        .row("Action", 3, 600)
        .row("Action", 4, 400)
        .row("Action", 5, 200)
        .row("Action", 7, 100)
        .row("Drama", 1, 900)
        .row("Drama", 2, 800)
        .row("Comedy", 2, 900)
        .row("Comedy", 12, 3)
        .build();
  }

  private static SummaryTable genreOrder() {
    return SummaryTable.metrics("genre_order")
        .row("multi_genre_movies", 40_000)
        .row("alphabetical_multi_genre_movies", 39_900)
        .row("alphabetical_share", 0.9975)
        .build();
  }

  private static SummaryTable genrePrimaryShare() {
    return SummaryTable.builder(
            "genre_primary_share", "genre", "movies", "primary_movies", "primary_share")
        .row("Action", 9_600, 9_600, 1.0)
        .row("IMAX", 195, 1, 0.0051)
        .build();
  }

  private static SummaryTable slateTimeSpan() {
    return describe("slate_time_span")
        .row("slate_span_days", 3000.0, 12.5, 80.0, 0.0, 0.0, 0.01, 0.02, 0.5, 20.0, 900.0)
        .build();
  }

  private static SummaryTable slateFaults() {
    return SummaryTable.builder("slate_faults", "slate_id", "fault").build();
  }
}
