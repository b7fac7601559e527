package org.spillway.transforms.readiness;

import java.util.List;
import org.spillway.schemas.ReadinessCheck;

/** The seed's seven readiness checks (setup spec, section 10), read off the summary tables. */
final class SetupChecks {

  private SetupChecks() {}

  /**
   * The checks in the seed's order.
   *
   * @param tables archive, full_rating_summary, cluster_readiness and slate_seed_summary are needed
   */
  static List<ReadinessCheck> of(RunTables tables) {
    return List.of(
        new ReadinessCheck(
            "raw_zip_found",
            !tables.table("archive").rows().isEmpty(),
            "The archive was found and its entries were listed."),
        new ReadinessCheck(
            "ratings_sample_rows",
            tables.metric("full_rating_summary", "sample_rating_rows"),
            "Ratings in the sample: the complete histories of its users."),
        new ReadinessCheck(
            "sample_unique_users",
            tables.metric("full_rating_summary", "sample_unique_users"),
            "Users for whom slates can be simulated."),
        new ReadinessCheck(
            "sample_unique_movies",
            tables.metric("full_rating_summary", "sample_unique_movies"),
            "Movies with at least one sampled rating."),
        new ReadinessCheck(
            "complete_seed_slates",
            tables.metric("slate_seed_summary", "complete_seed_slates"),
            "Seed slates with every position filled."),
        new ReadinessCheck(
            "seed_slate_rows",
            tables.metric("slate_seed_summary", "rows_in_seed_slate_table"),
            "Rows of the seed slates; the number of slates times the slate size."),
        new ReadinessCheck(
            "spillover_clusters",
            tables.table("cluster_readiness").rows().size(),
            "Substitute clusters among the rated movies, by primary genre."));
  }
}
