package org.spillway.transforms.figures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

/** Checks where {@link DecadeAxis} puts marks, labels and values. */
final class DecadeAxisTest {
  private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 300, 100);

  @Test
  void aLongRangeIsLabelledAtPowersOfTen() {
    assertThat(labels(0.5, 2031.5), is(List.of("1", "10", "100", "1,000")));
  }

  @Test
  void aShortRangeIsLabelledAtOneTwoAndFive() {
    assertThat(labels(19.5, 310.5), is(List.of("20", "50", "100", "200")));
  }

  @Test
  void marksStandAtNineDigitsOfEveryPower() {
    assertThat(
        ticks(0.5, 30).stream().map(ValueTick::getValue).toList(),
        is(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 30.0)));
  }

  @Test
  void equalRatiosAreEquallyFarApart() {
    DecadeAxis axis = axis(1, 1000);

    assertThat(axis.valueToJava2D(1, AREA, RectangleEdge.BOTTOM), is(closeTo(0, 1e-9)));
    assertThat(axis.valueToJava2D(10, AREA, RectangleEdge.BOTTOM), is(closeTo(100, 1e-9)));
    assertThat(axis.valueToJava2D(100, AREA, RectangleEdge.BOTTOM), is(closeTo(200, 1e-9)));
  }

  private static List<String> labels(double lower, double upper) {
    return ticks(lower, upper).stream()
        .filter(tick -> tick.getTickType().equals(TickType.MAJOR))
        .map(ValueTick::toString)
        .toList();
  }

  private static List<ValueTick> ticks(double lower, double upper) {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    return axis(lower, upper).refreshTicks(graphics, new AxisState(), AREA, RectangleEdge.BOTTOM);
  }

  private static DecadeAxis axis(double lower, double upper) {
    DecadeAxis axis = new DecadeAxis("Ratings");
    axis.setRange(lower, upper);
    return axis;
  }
}
