package org.spillway.transforms.figures;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The figures' typeface, Roboto, from the class path: layout and PNG bytes are the same whatever
 * fonts a machine has. Where it lacks a letter, the machine's sans-serif fonts help out.
 *
 * <p>Java's own text layout still needs the machine's fontconfig, with any font; where that is
 * missing, {@link #regular} says so in a {@link FiguresUnavailableException}.
 */
final class Typeface {

  /** For SVG, whose viewer chooses: what the text was measured with, then what is like it. */
  static final String CSS_FAMILY =
      "Roboto, Arial, 'Liberation Sans', 'DejaVu Sans', Helvetica, sans-serif";

  /** How text is measured, whatever it is drawn on: smooth, and in fractions of a point. */
  static final FontRenderContext LAYOUT = new FontRenderContext(null, true, true);

  private static final String RESOURCE = "/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf";
  private static final String HEADLESS = "java.awt.headless";

  private Typeface() {}

  /** The typeface at a size in points. */
  static Font regular(float size) {
    return Loaded.font().deriveFont(size);
  }

  /** A font that can show this text: the typeface if it can, or else the machine's sans-serif. */
  static Font forText(String text, float size) {
    Font regular = regular(size);
    return regular.canDisplayUpTo(text) < 0
        ? regular
        : new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size);
  }

  /** The width of a text in points. */
  static double width(String text, Font font) {
    return font.getStringBounds(text, LAYOUT).getWidth();
  }

  /** Tried once: a machine without fonts does not get any while a run lasts. */
  private static final class Loaded {
    private static final Object FONT_OR_FAILURE = load();

    static Font font() {
      if (FONT_OR_FAILURE instanceof Font font) {
        return font;
      }
      throw new FiguresUnavailableException((Throwable) FONT_OR_FAILURE);
    }

    private static Object load() {
      if (System.getProperty(HEADLESS) == null) {
        // No figure needs a screen, and asking one that does not answer would hang the run.
        System.setProperty(HEADLESS, "true");
      }
      try (InputStream file = Typeface.class.getResourceAsStream(RESOURCE)) {
        if (file == null) {
          throw new FileNotFoundException(RESOURCE);
        }
        Font font = Font.createFont(Font.TRUETYPE_FONT, file);
        // Finds out whether native libraries are missing too, which createFont may not need.
        font.deriveFont(10f).getStringBounds("0", LAYOUT);
        return font;
      } catch (IOException
          | FontFormatException
          | RuntimeException
          | LinkageError
          | InternalError e) {
        return e;
      }
    }
  }
}
