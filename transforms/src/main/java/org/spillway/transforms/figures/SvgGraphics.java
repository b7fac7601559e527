package org.spillway.transforms.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * A canvas that writes SVG elements. Coordinates are the canvas's own, rounded to a hundredth, and
 * looks are presentation attributes, so that a page's Content-Security-Policy need not allow styles
 * and a page's style sheet can recolour a figure.
 *
 * <p>A text stays text, with the width that it was laid out for: a viewer that lacks the typeface
 * fits its own into the same room. Only what strokes, plain colours and clips need is supported,
 * with transforms that turn and move.
 */
final class SvgGraphics extends OutlineGraphics {
  private static final double TOLERANCE = 0.01;

  private final SvgWriter out;

  SvgGraphics(SvgWriter out) {
    this.out = out;
  }

  private SvgGraphics(SvgGraphics other) {
    super(other);
    this.out = other.out;
  }

  @Override
  public Graphics create() {
    return new SvgGraphics(this);
  }

  @Override
  public void draw(Shape shape) {
    if (shape instanceof Line2D line && line.getP1().equals(line.getP2())) {
      return;
    }
    BasicStroke stroke = (BasicStroke) getStroke();
    outline(shape);
    out.attribute("fill", "none");
    colour("stroke");
    out.attribute("stroke-width", stroke.getLineWidth());
    if (stroke.getEndCap() != BasicStroke.CAP_BUTT) {
      boolean isRound = stroke.getEndCap() == BasicStroke.CAP_ROUND;
      out.attribute("stroke-linecap", isRound ? "round" : "square");
    }
    out.end();
  }

  @Override
  public void fill(Shape shape) {
    outline(shape);
    colour("fill");
    out.end();
  }

  @Override
  void drawText(String text, double x, double y) {
    Font font = getFont();
    Point2D at = getTransform().transform(new Point2D.Double(x, y), null);
    double angle =
        Math.toDegrees(Math.atan2(getTransform().getShearY(), getTransform().getScaleX()));
    out.begin("text");
    out.attribute("x", at.getX());
    out.attribute("y", at.getY());
    if (angle != 0) {
      out.attribute(
          "transform",
          "rotate("
              + SvgWriter.number(angle)
              + ' '
              + SvgWriter.number(at.getX())
              + ' '
              + SvgWriter.number(at.getY())
              + ')');
    }
    out.attribute("font-size", font.getSize2D());
    out.attribute("textLength", Typeface.width(text, font));
    out.attribute("lengthAdjust", "spacingAndGlyphs");
    colour("fill");
    out.endWithText(text);
  }

  /** Begins the element of a shape. */
  private void outline(Shape shape) {
    AffineTransform transform = getTransform();
    boolean isUpright = transform.getShearX() == 0 && transform.getShearY() == 0;
    Shape placed = transform.createTransformedShape(shape);
    Rectangle2D bounds = placed.getBounds2D();
    if (isUpright && shape instanceof Rectangle2D) {
      out.begin("rect");
      out.attribute("x", bounds.getX());
      out.attribute("y", bounds.getY());
      out.attribute("width", bounds.getWidth());
      out.attribute("height", bounds.getHeight());
    } else {
      out.begin("path");
      out.attribute("d", SvgWriter.path(placed));
    }
    Shape clip = getClip();
    if (clip != null && !(isUpright && isWithin(shape.getBounds2D(), clip))) {
      String placedClip = SvgWriter.path(transform.createTransformedShape(clip));
      out.attribute("clip-path", "url(#" + out.clip(placedClip) + ")");
    }
  }

  /** Whether a clip can be left out; lines on its edge may reach over it by half their width. */
  private static boolean isWithin(Rectangle2D bounds, Shape clip) {
    return clip instanceof Rectangle2D room
        && bounds.getMinX() >= room.getMinX() - TOLERANCE
        && bounds.getMinY() >= room.getMinY() - TOLERANCE
        && bounds.getMaxX() <= room.getMaxX() + TOLERANCE
        && bounds.getMaxY() <= room.getMaxY() + TOLERANCE;
  }

  private void colour(String attribute) {
    Paint paint = getPaint();
    if (!(paint instanceof Color colour)) {
      throw new UnsupportedOperationException("only plain colours can be drawn, not " + paint);
    }
    out.attribute(attribute, String.format("#%06x", colour.getRGB() & 0xFFFFFF));
    if (colour.getAlpha() < 255) {
      out.attribute(attribute + "-opacity", colour.getAlpha() / 255.0);
    }
  }
}
