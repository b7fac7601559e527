package org.spillway.transforms.figures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Checks the elements that {@link SvgGraphics} writes. */
final class SvgGraphicsTest {
  private final SvgWriter out = new SvgWriter("test");
  private final Graphics2D graphics = new SvgGraphics(out);

  @Test
  void fillsRectangles() {
    graphics.setPaint(new Color(0x4C72B0));
    graphics.fill(new Rectangle2D.Double(1, 2.5, 3.004, 4));

    assertThat(
        out.elements(),
        is("<rect x=\"1\" y=\"2.5\" width=\"3\" height=\"4\" fill=\"#4c72b0\"/>\n"));
  }

  @Test
  void drawsLines() {
    graphics.setPaint(new Color(255, 0, 0, 51));
    graphics.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.translate(10, 20);
    graphics.drawLine(0, 0, 5, -5);

    assertThat(
        out.elements(),
        is(
            "<path d=\"M10 20L15 15\" fill=\"none\" stroke=\"#ff0000\" stroke-opacity=\"0.2\""
                + " stroke-width=\"0.8\" stroke-linecap=\"round\"/>\n"));
  }

  @Test
  void aLineWithoutLengthIsNothing() {
    graphics.drawLine(3, 3, 3, 3);

    assertThat(out.elements(), is(""));
  }

  @Test
  void textKeepsTheWidthThatItWasLaidOutFor() {
    graphics.setFont(Typeface.regular(10));
    graphics.setPaint(Color.BLACK);
    graphics.drawString("1 < 2", 4f, 5f);

    assertThat(
        out.elements(),
        matchesPattern(
            "<text x=\"4\" y=\"5\" font-size=\"10\" textLength=\"2\\d(\\.\\d+)?\""
                + " lengthAdjust=\"spacingAndGlyphs\" fill=\"#000000\">1 &lt; 2</text>\n"));
  }

  @Test
  void turnedTextIsTurnedAboutItsStart() {
    graphics.setFont(Typeface.regular(10));
    graphics.rotate(-Math.PI / 2, 50, 60);
    graphics.drawString("up", 50f, 60f);

    assertThat(
        out.elements(),
        startsWith("<text x=\"50\" y=\"60\" transform=\"rotate(-90 50 60)\" font-size=\"10\""));
  }

  @Test
  void whatReachesOverTheClipRefersToIt() {
    graphics.setPaint(Color.BLACK);
    graphics.setClip(0, 0, 10, 10);
    graphics.fillRect(2, 2, 8, 8);
    graphics.fillRect(2, 2, 9, 9);

    assertThat(
        out.elements(),
        is(
            """
            <defs>
            <clipPath id="test-clip-1"><path d="M0 0L10 0L10 10L0 10L0 0Z"/></clipPath>
            </defs>
            <rect x="2" y="2" width="8" height="8" fill="#000000"/>
            <rect x="2" y="2" width="9" height="9" clip-path="url(#test-clip-1)" fill="#000000"/>
            """));
  }

  @Test
  void aCopyGoesItsOwnWayOnTheSameCanvas() {
    Graphics2D copy = (Graphics2D) graphics.create();
    copy.translate(100, 0);
    copy.setPaint(Color.RED);
    graphics.setPaint(Color.BLACK);
    copy.fillRect(0, 0, 1, 1);
    graphics.fillRect(0, 0, 1, 1);

    assertThat(
        out.elements(),
        is(
            """
            <rect x="100" y="0" width="1" height="1" fill="#ff0000"/>
            <rect x="0" y="0" width="1" height="1" fill="#000000"/>
            """));
  }

  @Test
  void curvesArePaths() {
    graphics.setPaint(Color.BLACK);
    graphics.fill(new Ellipse2D.Double(0, 0, 2, 2));

    assertThat(
        out.elements(),
        is(
            "<path d=\"M2 1C2 1.55 1.55 2 1 2C0.45 2 0 1.55 0 1C0 0.45 0.45 0 1 0C1.55 0 2 0.45 2"
                + " 1Z\" fill=\"#000000\"/>\n"));
  }

  @Test
  void imagesAndGradientsAreRefused() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    assertThrows(UnsupportedOperationException.class, () -> graphics.drawImage(image, 0, 0, null));
    graphics.setPaint(new GradientPaint(0, 0, Color.RED, 1, 1, Color.BLUE));
    assertThrows(UnsupportedOperationException.class, () -> graphics.fillRect(0, 0, 1, 1));
  }

  @Test
  void numbersHaveNoNeedlessDigits() {
    assertThat(SvgWriter.number(0), is("0"));
    assertThat(SvgWriter.number(-0.001), is("0"));
    assertThat(SvgWriter.number(-1.005), is("-1"));
    assertThat(SvgWriter.number(12.34), is("12.34"));
    assertThat(SvgWriter.number(12.3), is("12.3"));
    assertThat(SvgWriter.number(12.03), is("12.03"));
  }

  @Test
  void whatXmlCannotHaveIsReplaced() {
    assertThat(SvgWriter.escape("a\u0000b\uD800c\uFFFEd😀\t"), is("a\uFFFDb\uFFFDc\uFFFDd😀\t"));
  }
}
