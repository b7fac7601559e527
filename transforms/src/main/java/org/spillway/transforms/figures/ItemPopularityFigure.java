package org.spillway.transforms.figures;

import org.jfree.chart.JFreeChart;
import org.spillway.schemas.SummaryTable;

/** The long tail: many movies with few sampled ratings, few with many. */
final class ItemPopularityFigure {
  private static final String TITLE = "Movie Popularity in Sampled Ratings";
  private static final double WIDTH = 9;
  private static final double HEIGHT = 4.5;

  private ItemPopularityFigure() {}

  /**
   * Draws the table.
   *
   * @param popularity the table item_popularity_histogram
   */
  static Figure of(SummaryTable popularity) {
    JFreeChart chart =
        WhiteGrid.chart(
            TITLE,
            HistogramPlot.of(
                popularity,
                "movies",
                new DecadeAxis("Number of sampled ratings, log scale"),
                WhiteGrid.counts("Movies"),
                WhiteGrid.PURPLE));
    return new Figure(
        "03_item_popularity_long_tail",
        TITLE,
        "A histogram of the movies by their number of sampled ratings, on a logarithmic axis.",
        WIDTH,
        HEIGHT,
        Panel.whole(chart, WIDTH, HEIGHT));
  }
}
