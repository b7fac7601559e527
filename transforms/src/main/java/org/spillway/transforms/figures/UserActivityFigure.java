package org.spillway.transforms.figures;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.spillway.schemas.SummaryTable;

/** How much the sampled users rate, and how generously. */
final class UserActivityFigure {
  private static final double WIDTH = 13;
  private static final double HEIGHT = 4.5;

  private UserActivityFigure() {}

  /**
   * Draws the tables.
   *
   * @param activity the table user_activity_histogram
   * @param means the table mean_rating_histogram
   */
  static Figure of(SummaryTable activity, SummaryTable means) {
    JFreeChart left =
        WhiteGrid.chart(
            "Ratings per Sampled User",
            HistogramPlot.of(
                activity,
                "users",
                new DecadeAxis("Number of ratings, log scale"),
                WhiteGrid.counts("Users"),
                WhiteGrid.BLUE));
    NumberAxis meanRating = WhiteGrid.numbers("Mean rating", "0.0");
    meanRating.setAutoRangeIncludesZero(false);
    JFreeChart right =
        WhiteGrid.chart(
            "Average Rating per Sampled User",
            HistogramPlot.of(
                means, "users", meanRating, WhiteGrid.counts("Users"), WhiteGrid.GREEN));
    return new Figure(
        "02_user_activity",
        "User Activity and Rating Tendencies",
        "Two histograms of the sampled users: by their number of ratings, on a logarithmic axis,"
            + " and by their mean rating in stars.",
        WIDTH,
        HEIGHT,
        Panel.beside(left, right, WIDTH, HEIGHT));
  }
}
