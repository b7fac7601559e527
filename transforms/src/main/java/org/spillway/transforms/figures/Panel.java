package org.spillway.transforms.figures;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;

/**
 * A chart and its place in a {@link Figure}.
 *
 * @param chart what is drawn
 * @param area where, in points from the figure's upper left corner
 */
public record Panel(JFreeChart chart, Rectangle2D area) {

  /** One chart on the whole of a figure of this many inches. */
  static List<Panel> whole(JFreeChart chart, double width, double height) {
    return List.of(inInches(chart, 0, 0, width, height));
  }

  /** Two charts side by side, each on half of a figure of this many inches. */
  static List<Panel> beside(JFreeChart left, JFreeChart right, double width, double height) {
    return List.of(
        inInches(left, 0, 0, width / 2, height), inInches(right, width / 2, 0, width / 2, height));
  }

  /** Two charts below each other, each on half of a figure of this many inches. */
  static List<Panel> stacked(JFreeChart upper, JFreeChart lower, double width, double height) {
    return List.of(
        inInches(upper, 0, 0, width, height / 2),
        inInches(lower, 0, height / 2, width, height / 2));
  }

  private static Panel inInches(JFreeChart chart, double x, double y, double width, double height) {
    double points = Figure.POINTS_PER_INCH;
    return new Panel(
        chart, new Rectangle2D.Double(x * points, y * points, width * points, height * points));
  }
}
