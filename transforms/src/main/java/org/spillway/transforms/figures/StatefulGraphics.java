package org.spillway.transforms.figures;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Graphics2D} that keeps transform, clip, paint, stroke, font and hints, and leaves the
 * drawing to others. The Java platform's own graphics on an image of one pixel keeps them.
 */
abstract class StatefulGraphics extends Graphics2D {
  private final Graphics2D state;

  StatefulGraphics() {
    state = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    state.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    state.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  /** Starts with the state of another and goes its own way. */
  StatefulGraphics(StatefulGraphics other) {
    state = (Graphics2D) other.state.create();
  }

  @Override
  public final AffineTransform getTransform() {
    return state.getTransform();
  }

  @Override
  public final void setTransform(AffineTransform transform) {
    state.setTransform(transform);
  }

  @Override
  public final void transform(AffineTransform further) {
    state.transform(further);
  }

  @Override
  public final void translate(int x, int y) {
    state.translate(x, y);
  }

  @Override
  public final void translate(double x, double y) {
    state.translate(x, y);
  }

  @Override
  public final void rotate(double theta) {
    state.rotate(theta);
  }

  @Override
  public final void rotate(double theta, double x, double y) {
    state.rotate(theta, x, y);
  }

  @Override
  public final void scale(double x, double y) {
    state.scale(x, y);
  }

  @Override
  public final void shear(double x, double y) {
    state.shear(x, y);
  }

  @Override
  public final @Nullable Shape getClip() {
    return state.getClip();
  }

  @Override
  public final @Nullable Rectangle getClipBounds() {
    return state.getClipBounds();
  }

  @Override
  public final void setClip(@Nullable Shape clip) {
    state.setClip(clip);
  }

  @Override
  public final void setClip(int x, int y, int width, int height) {
    state.setClip(x, y, width, height);
  }

  @Override
  public final void clip(@Nullable Shape clip) {
    state.clip(clip);
  }

  @Override
  public final void clipRect(int x, int y, int width, int height) {
    state.clipRect(x, y, width, height);
  }

  @Override
  public final Paint getPaint() {
    return state.getPaint();
  }

  @Override
  public final void setPaint(@Nullable Paint paint) {
    state.setPaint(paint);
  }

  @Override
  public final Color getColor() {
    return state.getColor();
  }

  @Override
  public final void setColor(@Nullable Color color) {
    state.setColor(color);
  }

  @Override
  public final Color getBackground() {
    return state.getBackground();
  }

  @Override
  public final void setBackground(Color color) {
    state.setBackground(color);
  }

  @Override
  public final Stroke getStroke() {
    return state.getStroke();
  }

  @Override
  public final void setStroke(Stroke stroke) {
    state.setStroke(stroke);
  }

  @Override
  public final Composite getComposite() {
    return state.getComposite();
  }

  @Override
  public final void setComposite(Composite composite) {
    state.setComposite(composite);
  }

  @Override
  public final void setPaintMode() {
    state.setPaintMode();
  }

  @Override
  public final void setXORMode(Color color) {
    state.setXORMode(color);
  }

  @Override
  public final Font getFont() {
    return state.getFont();
  }

  @Override
  public final void setFont(@Nullable Font font) {
    state.setFont(font);
  }

  @Override
  public final FontMetrics getFontMetrics(Font font) {
    return state.getFontMetrics(font);
  }

  @Override
  public final FontRenderContext getFontRenderContext() {
    return state.getFontRenderContext();
  }

  @Override
  public final @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return state.getRenderingHint(key);
  }

  @Override
  public final void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
    state.setRenderingHint(key, value);
  }

  @Override
  public final RenderingHints getRenderingHints() {
    return state.getRenderingHints();
  }

  @Override
  public final void setRenderingHints(Map<?, ?> hints) {
    state.setRenderingHints(hints);
  }

  @Override
  public final void addRenderingHints(Map<?, ?> hints) {
    state.addRenderingHints(hints);
  }

  @Override
  public final GraphicsConfiguration getDeviceConfiguration() {
    return state.getDeviceConfiguration();
  }

  @Override
  public final void dispose() {
    state.dispose();
  }
}
