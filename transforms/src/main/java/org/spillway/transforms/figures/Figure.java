package org.spillway.transforms.figures;

import java.awt.Graphics2D;
import java.util.List;

/**
 * A figure that can be drawn: one chart, or several side by side or below each other.
 *
 * @param name the files' name without extension, such as {@code 01_rating_distribution}
 * @param title what it shows, in a few words
 * @param description what is to be seen in it, in a sentence or two, for those who cannot see it
 * @param width in inches
 * @param height in inches
 * @param panels its charts, which together cover it
 */
public record Figure(
    String name,
    String title,
    String description,
    double width,
    double height,
    List<Panel> panels) {

  /** Charts are laid out in points, so that font sizes mean what they mean in print. */
  static final int POINTS_PER_INCH = 72;

  /** Copies the list. */
  public Figure {
    panels = List.copyOf(panels);
  }

  /** Draws the figure with its upper left corner at the origin, one unit being a point. */
  void draw(Graphics2D graphics) {
    for (Panel panel : panels) {
      panel.chart().draw(graphics, panel.area());
    }
  }

  double widthInPoints() {
    return width * POINTS_PER_INCH;
  }

  double heightInPoints() {
    return height * POINTS_PER_INCH;
  }
}
