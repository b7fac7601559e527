package org.spillway.transforms.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.data.xy.IntervalXYDataset;
import org.spillway.schemas.SummaryTable;

/**
 * A plot of a histogram table: each bar reaches from its bin's start to its end, on whatever axis,
 * and is as high as the bin's count.
 */
final class HistogramPlot {
  private static final BasicStroke GAP = new BasicStroke(0.5f);

  private HistogramPlot() {}

  /**
   * Plots a table.
   *
   * @param table with the columns bin_start and bin_end, and the one that counts
   * @param countColumn what the bars' heights are
   */
  static XYPlot of(
      SummaryTable table, String countColumn, ValueAxis bins, NumberAxis counts, Color colour) {
    XYBarRenderer bars = new XYBarRenderer();
    bars.setBarPainter(new StandardXYBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(true);
    bars.setSeriesPaint(0, colour);
    bars.setSeriesOutlinePaint(0, WhiteGrid.PAPER);
    bars.setSeriesOutlineStroke(0, GAP);
    WhiteGrid.spaceLying(bins);
    WhiteGrid.spaceUpright(counts);
    return WhiteGrid.styled(new XYPlot(data(table, countColumn), bins, counts, bars));
  }

  private static IntervalXYDataset data(SummaryTable table, String countColumn) {
    TableColumns columns = TableColumns.of(table);
    DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
    if (columns.rows() > 0) {
      double[] starts = columns.numbers("bin_start");
      double[] ends = columns.numbers("bin_end");
      double[] counts = columns.numbers(countColumn);
      data.addSeries(countColumn, new double[][] {starts, starts, ends, counts, counts, counts});
    }
    return data;
  }
}
