package org.spillway.transforms.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * A logarithmic axis below a plot of whole numbers from 1 on. It has a mark at 1, 2, … 9 times
 * every power of ten and a label at the power; over a short range at 2 and 5 times the power too.
 */
final class DecadeAxis extends LogAxis {
  private static final long serialVersionUID = 1;
  private static final double SHORT_RANGE = 1_000;

  private final NumberFormat format = WhiteGrid.format("#,##0");

  DecadeAxis(String label) {
    WhiteGrid.style(this, label);
    setTickMarksVisible(true);
    setMinorTickMarksVisible(true);
    setTickMarkInsideLength(0);
    setTickMarkOutsideLength(4);
    setMinorTickMarkOutsideLength(2);
    setLowerMargin(0.01);
    setUpperMargin(0.01);
    setDefaultAutoRange(new Range(1, 10));
  }

  @Override
  public List<ValueTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    double lower = getLowerBound();
    double upper = getUpperBound();
    boolean isShort = upper / lower < SHORT_RANGE;
    List<ValueTick> ticks = new ArrayList<>();
    for (double power = 1; power <= upper; power *= 10) {
      for (int digit = 1; digit <= 9; digit++) {
        double value = digit * power;
        if (value >= lower && value <= upper) {
          boolean isLabelled = digit == 1 || (isShort && (digit == 2 || digit == 5));
          ticks.add(tick(value, isLabelled));
        }
      }
    }
    return ticks;
  }

  private ValueTick tick(double value, boolean isLabelled) {
    return new NumberTick(
        isLabelled ? TickType.MAJOR : TickType.MINOR,
        value,
        isLabelled ? format.format(value) : "",
        TextAnchor.TOP_CENTER,
        TextAnchor.CENTER,
        0);
  }
}
