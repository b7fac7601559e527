package org.spillway.transforms.figures;

/** A figure as SVG: as a file, or as an element of a page. */
public final class SvgImage {

  private SvgImage() {}

  /** An SVG file's text, in UTF-8 once encoded. It prints in the figure's own size. */
  public static String file(Figure figure) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(figure);
  }

  /**
   * An svg element for an HTML page. Its ids start with {@code figure-} and the figure's name; it
   * is labelled with the figure's title and described by its description.
   */
  public static String element(Figure figure) {
    String id = "figure-" + figure.name();
    SvgWriter writer = new SvgWriter(id);
    SvgGraphics graphics = new SvgGraphics(writer);
    figure.draw(graphics);
    graphics.dispose();
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%sin" height="%sin" viewBox="0 0 %s %s" \
        role="img" aria-labelledby="%s-title" aria-describedby="%s-description" \
        font-family="%s">
        <title id="%s-title">%s</title>
        <desc id="%s-description">%s</desc>
        %s</svg>
        """
        .formatted(
            SvgWriter.number(figure.width()),
            SvgWriter.number(figure.height()),
            SvgWriter.number(figure.widthInPoints()),
            SvgWriter.number(figure.heightInPoints()),
            id,
            id,
            Typeface.CSS_FAMILY,
            id,
            SvgWriter.escape(figure.title()),
            id,
            SvgWriter.escape(figure.description()),
            writer.elements());
  }
}
