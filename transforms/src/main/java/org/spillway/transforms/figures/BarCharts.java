package org.spillway.transforms.figures;

import java.awt.Color;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.CategoryDataset;

/** Plots with a bar, some bars or a stack of bars for each category. */
final class BarCharts {

  private BarCharts() {}

  /** Upright bars, those of a category side by side, one colour for each series. */
  static CategoryPlot upright(
      CategoryDataset data, CategoryAxis categories, NumberAxis values, Color... colours) {
    WhiteGrid.spaceUpright(values);
    return plot(data, categories, values, new BarRenderer(), colours);
  }

  /** Lying bars, the first category at the top. */
  static CategoryPlot lying(
      CategoryDataset data, CategoryAxis categories, NumberAxis values, Color colour) {
    return laid(plot(data, categories, values, new BarRenderer(), colour), values);
  }

  /** Lying bars that put a category's series one behind the other. */
  static CategoryPlot lyingStacks(
      CategoryDataset data, CategoryAxis categories, NumberAxis values, Color... colours) {
    return laid(plot(data, categories, values, new StackedBarRenderer(), colours), values);
  }

  private static CategoryPlot laid(CategoryPlot plot, NumberAxis values) {
    WhiteGrid.spaceLying(values);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    return plot;
  }

  private static CategoryPlot plot(
      CategoryDataset data,
      CategoryAxis categories,
      NumberAxis values,
      BarRenderer bars,
      Color... colours) {
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(false);
    bars.setItemMargin(0);
    for (int i = 0; i < colours.length; i++) {
      bars.setSeriesPaint(i, colours[i]);
    }
    return WhiteGrid.styled(new CategoryPlot(data, categories, values, bars));
  }
}
