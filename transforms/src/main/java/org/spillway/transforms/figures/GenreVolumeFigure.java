package org.spillway.transforms.figures;

import org.jfree.chart.JFreeChart;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.spillway.schemas.SummaryTable;

/** The genres with the most sampled ratings. */
final class GenreVolumeFigure {
  private static final String TITLE = "Top Genres by Sampled Rating Volume";
  private static final int TOP = 15;
  private static final double WIDTH = 10;
  private static final double HEIGHT = 5;

  private GenreVolumeFigure() {}

  /**
   * Draws the table's first {@value #TOP} rows.
   *
   * @param genreSummary the table genre_summary
   */
  static Figure of(SummaryTable genreSummary) {
    TableColumns columns = TableColumns.of(genreSummary);
    JFreeChart chart =
        WhiteGrid.chart(
            TITLE,
            BarCharts.lying(
                data(columns),
                WhiteGrid.categories("Genre"),
                WhiteGrid.counts("Sampled rating rows"),
                WhiteGrid.BLUE));
    return new Figure(
        "04_genre_rating_volume",
        TITLE,
        "A bar for each of the genres with the most sampled ratings, the largest at the top."
            + columns.highest("sampled_rating_rows", "genre", "It is %s."),
        WIDTH,
        HEIGHT,
        Panel.whole(chart, WIDTH, HEIGHT));
  }

  private static CategoryDataset data(TableColumns columns) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int row = 0; row < Math.min(TOP, columns.rows()); row++) {
      data.addValue(
          columns.numberOrNull(row, "sampled_rating_rows"),
          "sampled_rating_rows",
          columns.text(row, "genre"));
    }
    return data;
  }
}
