package org.spillway.transforms.figures;

import java.util.List;
import java.util.Map;
import org.spillway.schemas.SummaryTable;

/**
 * The setup pipeline's figures: five that show the data set (setup spec, section 10), and three
 * that show what an interference study will ask: how many substitutes share a slate, how popular
 * the movies of a cluster are, and whether the sample is like the full file.
 */
public final class SetupFigures {

  private SetupFigures() {}

  /**
   * The figures in the order of their names. A table without rows makes a figure that says so.
   *
   * @param tables by name; rating_distribution, user_activity_histogram, mean_rating_histogram,
   *     item_popularity_histogram, genre_summary, yearly_activity, slate_overlap and
   *     popularity_by_cluster are needed
   * @throws IllegalArgumentException if one of these is missing
   * @throws FiguresUnavailableException if this machine's Java cannot lay out text
   */
  public static List<Figure> of(Map<String, SummaryTable> tables) {
    SummaryTable ratings = table(tables, "rating_distribution");
    return List.of(
        RatingDistributionFigure.of(ratings),
        UserActivityFigure.of(
            table(tables, "user_activity_histogram"), table(tables, "mean_rating_histogram")),
        ItemPopularityFigure.of(table(tables, "item_popularity_histogram")),
        GenreVolumeFigure.of(table(tables, "genre_summary")),
        YearlyActivityFigure.of(table(tables, "yearly_activity")),
        SlateOverlapFigure.of(table(tables, "slate_overlap")),
        ClusterPopularityFigure.of(table(tables, "popularity_by_cluster")),
        SampleShiftFigure.of(ratings));
  }

  private static SummaryTable table(Map<String, SummaryTable> tables, String name) {
    SummaryTable table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException(
          "the figures need the table " + name + ", but got: " + tables.keySet());
    }
    return table;
  }
}
