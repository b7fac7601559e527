package org.spillway.transforms.figures;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.spillway.schemas.SummaryTable;

/** Which fifths of popularity the movies of each cluster belong to. */
final class ClusterPopularityFigure {
  private static final String TITLE = "Popularity Tier of Movies by Cluster";
  private static final double WIDTH = 10;
  private static final double HEIGHT = 6;

  private ClusterPopularityFigure() {}

  /**
   * Draws the table's first {@value WhiteGrid#MAX_NAMES} clusters.
   *
   * @param popularityByCluster the table popularity_by_cluster
   */
  static Figure of(SummaryTable popularityByCluster) {
    NumberAxis shares = WhiteGrid.numbers("Share of the cluster's movies", "0%");
    shares.setRange(0, 1);
    shares.setTickUnit(new NumberTickUnit(0.2));
    JFreeChart chart =
        WhiteGrid.chartWithLegend(
            TITLE,
            BarCharts.lyingStacks(
                data(popularityByCluster),
                WhiteGrid.categories("Spillover cluster (movies)"),
                shares,
                WhiteGrid.STEPS));
    return new Figure(
        "07_popularity_by_cluster",
        TITLE,
        "A bar for each cluster, the one with the most sampled ratings at the top, divided by the"
            + " shares of its movies in the five fifths of popularity, very low to very high.",
        WIDTH,
        HEIGHT,
        Panel.whole(chart, WIDTH, HEIGHT));
  }

  private static CategoryDataset data(SummaryTable table) {
    TableColumns columns = TableColumns.of(table);
    List<String> tiers = table.columns().subList(1, table.columns().size());
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int row = 0; row < Math.min(WhiteGrid.MAX_NAMES, columns.rows()); row++) {
      double movies = 0;
      for (String tier : tiers) {
        movies += columns.number(row, tier);
      }
      String cluster = name(columns.text(row, "spillover_cluster"), movies);
      for (String tier : tiers) {
        data.addValue(columns.number(row, tier) / movies, tier.replace('_', ' '), cluster);
      }
    }
    return data;
  }

  /** What the shares are of must show too: in a cluster of one movie they say little. */
  private static String name(String cluster, double movies) {
    return cluster + " (" + WhiteGrid.format("#,##0").format(movies) + ")";
  }
}
