package org.spillway.transforms.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The look of all figures, after seaborn's style whitegrid and its palette deep: white ground, a
 * light grid across the value axis, no frame, muted colours. Lengths are in points.
 */
final class WhiteGrid {
  static final Color BLUE = new Color(0x4C72B0);
  static final Color ORANGE = new Color(0xDD8452);
  static final Color GREEN = new Color(0x55A868);
  static final Color PURPLE = new Color(0x8172B3);

  /** Five steps from little to much, lighter to darker. */
  static final Color[] STEPS = {
    new Color(0xC9D6EA),
    new Color(0x9DB4D7),
    new Color(0x7191C3),
    new Color(0x4668A3),
    new Color(0x24406F)
  };

  static final Color PAPER = Color.WHITE;
  static final Color INK = new Color(0x262626);
  static final Color GRID = new Color(0xCCCCCC);

  static final float TITLE_SIZE = 12;
  static final float LABEL_SIZE = 11.5f;
  static final float TICK_SIZE = 10.5f;

  /** More names than this below each other cannot be read; the first ones are shown. */
  static final int MAX_NAMES = 25;

  private static final String NO_DATA = "no data";
  private static final BasicStroke HAIRLINE =
      new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  static {
    // JFreeChart's defaults measure in whole points and draw turned text as outlines.
    TextUtils.setUseFontMetricsGetStringBounds(true);
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private WhiteGrid() {}

  /** A chart with this title and no legend. */
  static JFreeChart chart(String title, Plot plot) {
    plot.setBackgroundPaint(PAPER);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setNoDataMessage(NO_DATA);
    plot.setNoDataMessageFont(Typeface.regular(LABEL_SIZE));
    plot.setNoDataMessagePaint(INK);
    JFreeChart chart = new JFreeChart(null, Typeface.regular(TITLE_SIZE), plot, false);
    chart.setBackgroundPaint(PAPER);
    chart.setPadding(new RectangleInsets(8, 10, 8, 18));
    TextTitle heading = new TextTitle(title, Typeface.regular(TITLE_SIZE));
    heading.setPaint(INK);
    heading.setPadding(new RectangleInsets(0, 0, 6, 0));
    chart.setTitle(heading);
    return chart;
  }

  /** A chart with this title and its plot's legend between title and plot. */
  static JFreeChart chartWithLegend(String title, Plot plot) {
    JFreeChart chart = chart(title, plot);
    LegendTitle legend = new LegendTitle(plot);
    legend.setItemFont(Typeface.regular(TICK_SIZE));
    legend.setItemPaint(INK);
    legend.setBackgroundPaint(PAPER);
    legend.setFrame(BlockBorder.NONE);
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.CENTER);
    legend.setItemLabelPadding(new RectangleInsets(2, 3, 2, 8));
    legend.setMargin(0, 0, 4, 0);
    chart.addLegend(legend);
    return chart;
  }

  /** The grid of a plot of categories: lines across the value axis alone. */
  static CategoryPlot styled(CategoryPlot plot) {
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(GRID);
    plot.setRangeZeroBaselineStroke(HAIRLINE);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return plot;
  }

  /** The grid of a plot of numbers: lines across the value axis alone. */
  static XYPlot styled(XYPlot plot) {
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return plot;
  }

  /** The axis of categories. */
  static CategoryAxis categories(String label) {
    CategoryAxis axis = new NameAxis();
    style(axis, label);
    axis.setTickMarksVisible(false);
    axis.setLowerMargin(0.01);
    axis.setUpperMargin(0.01);
    axis.setCategoryMargin(0.2);
    return axis;
  }

  /** An axis of numbers, which starts at zero if the data does not go below. */
  static NumberAxis numbers(String label, String format) {
    NumberAxis axis = new NumberAxis();
    style(axis, label);
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(false);
    axis.setNumberFormatOverride(format(format));
    return axis;
  }

  /** An axis of differences between shares: 0.01 is labelled 1.0. */
  static NumberAxis percentagePoints(String label) {
    NumberAxis axis = numbers(label, "0.0;−0.0");
    DecimalFormat format = (DecimalFormat) axis.getNumberFormatOverride();
    format.setMultiplier(100);
    return axis;
  }

  /** An axis of whole numbers, with commas between thousands. */
  static NumberAxis counts(String label) {
    NumberAxis axis = numbers(label, "#,##0");
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    return axis;
  }

  /** Leaves room between the labels of an upright axis, so that it has few grid lines. */
  static void spaceUpright(ValueAxis axis) {
    axis.setTickLabelInsets(new RectangleInsets(9, 4, 9, 4));
  }

  /** Leaves room between the labels of a lying axis, so that it has few grid lines. */
  static void spaceLying(ValueAxis axis) {
    axis.setTickLabelInsets(new RectangleInsets(2, 14, 2, 14));
  }

  static void style(Axis axis, String label) {
    axis.setLabel(label);
    axis.setLabelFont(Typeface.regular(LABEL_SIZE));
    axis.setLabelPaint(INK);
    axis.setLabelInsets(new RectangleInsets(4, 4, 4, 4));
    axis.setTickLabelFont(Typeface.regular(TICK_SIZE));
    axis.setTickLabelPaint(INK);
    axis.setTickMarkPaint(GRID);
    axis.setAxisLinePaint(GRID);
    axis.setAxisLineStroke(HAIRLINE);
  }

  /** A format that is the same in every locale. */
  static NumberFormat format(String pattern) {
    return new DecimalFormat(pattern, SYMBOLS);
  }
}
