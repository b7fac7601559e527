package org.spillway.transforms.figures;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A figure as PNG, at 160 dots per inch, which the file says too. */
public final class PngImage {

  /** The resolution of the seed's figures. */
  static final int DOTS_PER_INCH = 160;

  private PngImage() {}

  /** A PNG file's bytes. */
  public static byte[] file(Figure figure) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(figure.width() * DOTS_PER_INCH),
            (int) Math.round(figure.height() * DOTS_PER_INCH),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    double scale = (double) DOTS_PER_INCH / Figure.POINTS_PER_INCH;
    graphics.scale(scale, scale);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    figure.draw(graphics);
    graphics.dispose();
    return PngEncoder.encode(image, DOTS_PER_INCH);
  }
}
