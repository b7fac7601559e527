package org.spillway.transforms.readiness;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.ReadinessCheck;
import org.spillway.schemas.SummaryTable;

/** The seed's seven readiness checks (setup spec, section 10), read off the summary tables. */
final class SetupChecks {

  private SetupChecks() {}

  /**
   * The checks in the seed's order.
   *
   * @param tables by name; archive, full_rating_summary, cluster_readiness and slate_seed_summary
   *     are needed
   */
  static List<ReadinessCheck> of(Map<String, SummaryTable> tables) {
    return List.of(
        new ReadinessCheck(
            "raw_zip_found",
            !table(tables, "archive").rows().isEmpty(),
            "The archive was found and its entries were listed."),
        new ReadinessCheck(
            "ratings_sample_rows",
            metric(tables, "full_rating_summary", "sample_rating_rows"),
            "Ratings in the sample: the complete histories of its users."),
        new ReadinessCheck(
            "sample_unique_users",
            metric(tables, "full_rating_summary", "sample_unique_users"),
            "Users for whom slates can be simulated."),
        new ReadinessCheck(
            "sample_unique_movies",
            metric(tables, "full_rating_summary", "sample_unique_movies"),
            "Movies with at least one sampled rating."),
        new ReadinessCheck(
            "complete_seed_slates",
            metric(tables, "slate_seed_summary", "complete_seed_slates"),
            "Seed slates with every position filled."),
        new ReadinessCheck(
            "seed_slate_rows",
            metric(tables, "slate_seed_summary", "rows_in_seed_slate_table"),
            "Rows of the seed slates; the number of slates times the slate size."),
        new ReadinessCheck(
            "spillover_clusters",
            table(tables, "cluster_readiness").rows().size(),
            "Substitute clusters among the rated movies, by primary genre."));
  }

  private static @Nullable Object metric(
      Map<String, SummaryTable> tables, String table, String metric) {
    return table(tables, table).metric(metric);
  }

  private static SummaryTable table(Map<String, SummaryTable> tables, String name) {
    SummaryTable table = tables.get(name);
    if (table == null) {
      throw new IllegalStateException(
          "the readiness checks need the table " + name + ", but got: " + tables.keySet());
    }
    return table;
  }
}
