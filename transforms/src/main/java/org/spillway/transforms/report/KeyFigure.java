package org.spillway.transforms.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.SummaryTable;

/**
 * A number that a reader wants first.
 *
 * @param label what it counts
 * @param value as the page shows it
 */
record KeyFigure(String label, String value) {

  /** The setup's key figures; one whose table is missing or empty is shown as missing. */
  static List<KeyFigure> of(Map<String, SummaryTable> tables) {
    return List.of(
        metric(tables, "Ratings in the file", "full_rating_summary", "full_rating_rows_scanned"),
        metric(tables, "Users in the file", "full_rating_summary", "full_unique_users"),
        metric(tables, "Sampled users", "full_rating_summary", "sample_unique_users"),
        metric(tables, "Sampled ratings", "full_rating_summary", "sample_rating_rows"),
        metric(tables, "Movies rated in the sample", "full_rating_summary", "sample_unique_movies"),
        metric(tables, "Seed slates", "slate_seed_summary", "complete_seed_slates"));
  }

  private static KeyFigure metric(
      Map<String, SummaryTable> tables, String label, String table, String metric) {
    SummaryTable found = tables.get(table);
    @Nullable Object value = found == null || found.rows().isEmpty() ? null : found.metric(metric);
    return new KeyFigure(label, CellFormat.ofMixed().text(value));
  }
}
