package org.spillway.transforms.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.spillway.schemas.SummaryTable;

/** How many ratings the sample has of each year, and how high they are, above a shared axis. */
final class YearlyActivityFigure {
  private static final double WIDTH = 11;
  private static final double HEIGHT = 7;
  private static final double MARKER = 5.5;

  /** The room for the value axes, the same in both panels, so that their years line up. */
  private static final double VALUE_AXIS_WIDTH = 56;

  private YearlyActivityFigure() {}

  /**
   * Draws the table.
   *
   * @param yearlyActivity the table yearly_activity
   */
  static Figure of(SummaryTable yearlyActivity) {
    TableColumns columns = TableColumns.of(yearlyActivity);
    NumberAxis upperYears = years("");
    upperYears.setTickLabelsVisible(false);
    JFreeChart upper =
        WhiteGrid.chart(
            "Sampled Rating Volume by Year",
            plot(
                columns,
                "rating_rows",
                upperYears,
                WhiteGrid.counts("Rating rows"),
                WhiteGrid.BLUE));
    NumberAxis means = WhiteGrid.numbers("Mean rating", "0.00");
    means.setAutoRangeIncludesZero(false);
    JFreeChart lower =
        WhiteGrid.chart(
            "Average Sampled Rating by Year",
            plot(columns, "mean_rating", years("Rating year"), means, WhiteGrid.GREEN));
    return new Figure(
        "05_yearly_rating_activity",
        "Rating Volume and Average Rating by Year",
        "Two lines over the calendar years: the number of sampled ratings, and their mean."
            + columns.highest("rating_rows", "rating_year", "Most ratings are of %s."),
        WIDTH,
        HEIGHT,
        Panel.stacked(upper, lower, WIDTH, HEIGHT));
  }

  private static XYPlot plot(
      TableColumns columns, String column, NumberAxis years, NumberAxis values, Color colour) {
    XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, true);
    line.setSeriesPaint(0, colour);
    line.setSeriesStroke(0, new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    line.setSeriesShape(0, new Ellipse2D.Double(-MARKER / 2, -MARKER / 2, MARKER, MARKER));
    line.setDrawSeriesLineAsPath(true);
    line.setUseOutlinePaint(true);
    line.setSeriesOutlinePaint(0, WhiteGrid.PAPER);
    XYPlot plot = new XYPlot(data(columns, column), years, values, line);
    WhiteGrid.spaceUpright(values);
    AxisSpace space = new AxisSpace();
    space.add(VALUE_AXIS_WIDTH, RectangleEdge.LEFT);
    plot.setFixedRangeAxisSpace(space);
    return WhiteGrid.styled(plot);
  }

  private static XYDataset data(TableColumns columns, String column) {
    DefaultXYDataset data = new DefaultXYDataset();
    if (columns.rows() > 0) {
      data.addSeries(
          column, new double[][] {columns.numbers("rating_year"), columns.numbers(column)});
    }
    return data;
  }

  private static NumberAxis years(String label) {
    NumberAxis axis = WhiteGrid.numbers(label, "0");
    axis.setAxisLineVisible(true);
    axis.setAutoRangeIncludesZero(false);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    return axis;
  }
}
