package org.spillway.transforms.figures;

import org.jfree.chart.JFreeChart;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.spillway.schemas.SummaryTable;

/** How many movies of a cluster share a seed slate: where a promotion can displace substitutes. */
final class SlateOverlapFigure {
  private static final String TITLE = "Seed Slates by Cluster: How Many Substitutes Share a Slate";
  private static final double WIDTH = 10;
  private static final double HEIGHT = 6;

  /** The last stands for itself and all above. */
  private static final String[] SERIES = {"1 movie", "2", "3", "4", "5 or more"};

  private SlateOverlapFigure() {}

  /**
   * Draws the table's first {@value WhiteGrid#MAX_NAMES} clusters.
   *
   * @param slateOverlap the table slate_overlap
   */
  static Figure of(SummaryTable slateOverlap) {
    TableColumns columns = TableColumns.of(slateOverlap);
    JFreeChart chart =
        WhiteGrid.chartWithLegend(
            TITLE,
            BarCharts.lyingStacks(
                data(columns),
                WhiteGrid.categories("Spillover cluster"),
                WhiteGrid.counts("Slates, by the number of the cluster's movies on them"),
                WhiteGrid.STEPS));
    return new Figure(
        "06_slates_by_cluster",
        TITLE,
        "A bar for each cluster: the seed slates with at least one of its movies, divided by how"
            + " many they have. All but the first part hold substitutes for each other.",
        WIDTH,
        HEIGHT,
        Panel.whole(chart, WIDTH, HEIGHT));
  }

  private static CategoryDataset data(TableColumns columns) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int row = 0; row < columns.rows(); row++) {
      String cluster = columns.text(row, "spillover_cluster");
      if (data.getColumnIndex(cluster) < 0) {
        if (data.getColumnCount() == WhiteGrid.MAX_NAMES) {
          break;
        }
        for (String series : SERIES) {
          data.addValue(0, series, cluster);
        }
      }
      int movies = (int) columns.number(row, "movies_on_slate");
      String series = SERIES[Math.min(movies, SERIES.length) - 1];
      data.incrementValue(columns.number(row, "slates"), series, cluster);
    }
    return data;
  }
}
