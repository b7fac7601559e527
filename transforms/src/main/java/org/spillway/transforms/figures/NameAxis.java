package org.spillway.transforms.figures;

import java.awt.Font;
import java.awt.Graphics2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.ui.RectangleEdge;

/**
 * An axis with each category's name on one line, cut where it is long. Names come from archives, so
 * any text must do; the data set keeps them whole.
 */
final class NameAxis extends CategoryAxis {
  private static final long serialVersionUID = 1;
  private static final int MAX_CHARACTERS = 28;

  @Override
  @SuppressWarnings("rawtypes") // As it is in JFreeChart.
  protected TextBlock createLabel(
      Comparable category, float width, RectangleEdge edge, Graphics2D graphics) {
    String name = cut(category.toString());
    Font font = Typeface.forText(name, getTickLabelFont().getSize2D());
    TextBlock label = new TextBlock();
    label.addLine(new TextLine(name, font, getTickLabelPaint()));
    return label;
  }

  /** The name on one line of at most {@value #MAX_CHARACTERS} characters. */
  static String cut(String name) {
    String line = name.replaceAll("\\p{Cntrl}", " ");
    return line.codePointCount(0, line.length()) <= MAX_CHARACTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_CHARACTERS - 1)) + "…";
  }
}
