package org.spillway.transforms.figures;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.SummaryTable;

/** By how much the sample's share of each rating differs from the full file's. */
final class SampleShiftFigure {
  private static final String TITLE = "Sample Against Full File: Difference in Rating Shares";
  private static final double WIDTH = 9;
  private static final double HEIGHT = 4;

  private SampleShiftFigure() {}

  /**
   * Draws the table.
   *
   * @param ratingDistribution the table rating_distribution
   */
  static Figure of(SummaryTable ratingDistribution) {
    CategoryPlot plot =
        BarCharts.upright(
            data(TableColumns.of(ratingDistribution)),
            WhiteGrid.categories("Rating"),
            WhiteGrid.percentagePoints("Sample − full file, percentage points"),
            WhiteGrid.BLUE);
    plot.setRangeZeroBaselinePaint(WhiteGrid.INK);
    JFreeChart chart = WhiteGrid.chart(TITLE, plot);
    return new Figure(
        "08_sample_vs_full",
        TITLE,
        "For each rating from 0.5 to 5.0 stars, a bar up where the sampled users give it more often"
            + " than all users do, and down where they give it less often.",
        WIDTH,
        HEIGHT,
        Panel.whole(chart, WIDTH, HEIGHT));
  }

  private static CategoryDataset data(TableColumns columns) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int row = 0; row < columns.rows(); row++) {
      data.addValue(difference(columns, row), "share_difference", columns.text(row, "rating"));
    }
    return data;
  }

  /** The table leaves it null where the sample lacks a rating: there it lacks the whole share. */
  private static double difference(TableColumns columns, int row) {
    @Nullable Number difference = columns.numberOrNull(row, "share_difference");
    return difference == null ? -columns.number(row, "full_share") : difference.doubleValue();
  }
}
