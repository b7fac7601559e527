package org.spillway.transforms.figures;

import org.jfree.chart.JFreeChart;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.spillway.schemas.SummaryTable;

/** Each rating's share of the full file beside its share of the sample. */
final class RatingDistributionFigure {
  private static final String TITLE = "Rating Distribution: Full File vs Sampled Users";
  private static final double WIDTH = 9;
  private static final double HEIGHT = 4.5;

  private RatingDistributionFigure() {}

  /**
   * Draws the table.
   *
   * @param ratingDistribution the table rating_distribution
   */
  static Figure of(SummaryTable ratingDistribution) {
    TableColumns columns = TableColumns.of(ratingDistribution);
    JFreeChart chart =
        WhiteGrid.chartWithLegend(
            TITLE,
            BarCharts.upright(
                data(columns),
                WhiteGrid.categories("Rating"),
                WhiteGrid.numbers("Share of ratings", "0%"),
                WhiteGrid.BLUE,
                WhiteGrid.ORANGE));
    return new Figure(
        "01_rating_distribution",
        TITLE,
        "For each rating from 0.5 to 5.0 stars, a bar for its share of all ratings of the file and"
            + " one for its share of the sampled users' ratings."
            + columns.highest("full_share", "rating", "The file's most frequent rating is %s."),
        WIDTH,
        HEIGHT,
        Panel.whole(chart, WIDTH, HEIGHT));
  }

  private static CategoryDataset data(TableColumns columns) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int row = 0; row < columns.rows(); row++) {
      String rating = columns.text(row, "rating");
      data.addValue(columns.numberOrNull(row, "full_share"), "Full file", rating);
      data.addValue(columns.numberOrNull(row, "sample_share"), "Sampled users", rating);
    }
    return data;
  }
}
