package org.spillway.transforms.figures;

import java.awt.Color;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.jspecify.annotations.Nullable;

/**
 * A canvas for outlines and text, whatever its format: every method that draws ends in {@link
 * #draw}, {@link #fill} or {@link #drawText}. The charts have no images, so these are refused.
 */
abstract class OutlineGraphics extends StatefulGraphics {

  OutlineGraphics() {}

  OutlineGraphics(OutlineGraphics other) {
    super(other);
  }

  /** Draws a text in the current font and paint, from the start of its baseline. */
  abstract void drawText(String text, double x, double y);

  @Override
  public final void drawString(String text, int x, int y) {
    drawText(text, x, y);
  }

  @Override
  public final void drawString(String text, float x, float y) {
    drawText(text, x, y);
  }

  @Override
  public final void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public final void drawString(AttributedCharacterIterator text, float x, float y) {
    TextLayout layout = new TextLayout(text, getFontRenderContext());
    fill(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
  }

  @Override
  public final void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  @Override
  public final void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public final void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public final void clearRect(int x, int y, int width, int height) {
    Paint saved = getPaint();
    setPaint(getBackground());
    fillRect(x, y, width, height);
    setPaint(saved);
  }

  @Override
  public final void drawRoundRect(
      int x, int y, int width, int height, int arcWidth, int arcHeight) {
    draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public final void fillRoundRect(
      int x, int y, int width, int height, int arcWidth, int arcHeight) {
    fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public final void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public final void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public final void drawArc(int x, int y, int width, int height, int start, int extent) {
    draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
  }

  @Override
  public final void fillArc(int x, int y, int width, int height, int start, int extent) {
    fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
  }

  @Override
  public final void drawPolyline(int[] x, int[] y, int points) {
    Path2D line = new Path2D.Double();
    for (int i = 0; i < points; i++) {
      if (i == 0) {
        line.moveTo(x[i], y[i]);
      } else {
        line.lineTo(x[i], y[i]);
      }
    }
    draw(line);
  }

  @Override
  public final void drawPolygon(int[] x, int[] y, int points) {
    draw(new Polygon(x, y, points));
  }

  @Override
  public final void fillPolygon(int[] x, int[] y, int points) {
    fill(new Polygon(x, y, points));
  }

  @Override
  public final boolean hit(Rectangle area, Shape shape, boolean onStroke) {
    Shape outline = onStroke ? getStroke().createStrokedShape(shape) : shape;
    return getTransform().createTransformedShape(outline).intersects(area);
  }

  @Override
  public final void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw noPixels();
  }

  @Override
  public final void drawRenderedImage(RenderedImage image, AffineTransform place) {
    throw noPixels();
  }

  @Override
  public final void drawRenderableImage(RenderableImage image, AffineTransform place) {
    throw noPixels();
  }

  @Override
  public final void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {
    throw noPixels();
  }

  @Override
  public final boolean drawImage(
      Image image, AffineTransform place, @Nullable ImageObserver observer) {
    throw noPixels();
  }

  @Override
  public final boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
    throw noPixels();
  }

  @Override
  public final boolean drawImage(
      Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
    throw noPixels();
  }

  @Override
  public final boolean drawImage(
      Image image, int x, int y, Color background, @Nullable ImageObserver observer) {
    throw noPixels();
  }

  @Override
  public final boolean drawImage(
      Image image,
      int x,
      int y,
      int width,
      int height,
      Color background,
      @Nullable ImageObserver observer) {
    throw noPixels();
  }

  @Override
  public final boolean drawImage(
      Image image,
      int left,
      int top,
      int right,
      int bottom,
      int sourceLeft,
      int sourceTop,
      int sourceRight,
      int sourceBottom,
      @Nullable ImageObserver observer) {
    throw noPixels();
  }

  @Override
  public final boolean drawImage(
      Image image,
      int left,
      int top,
      int right,
      int bottom,
      int sourceLeft,
      int sourceTop,
      int sourceRight,
      int sourceBottom,
      Color background,
      @Nullable ImageObserver observer) {
    throw noPixels();
  }

  private static UnsupportedOperationException noPixels() {
    return new UnsupportedOperationException("only outlines and text can be drawn, no pixels");
  }
}
