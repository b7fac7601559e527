package org.spillway.transforms.figures;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the elements of one SVG, one a line, and keeps the clips that they refer to. */
final class SvgWriter {
  /** By the number of a {@link PathIterator} segment: move, line, quadratic, cubic, close. */
  private static final char[] COMMANDS = {'M', 'L', 'Q', 'C', 'Z'};

  private static final int[] COORDINATES = {2, 2, 4, 6, 0};

  private final String idPrefix;
  private final StringBuilder elements = new StringBuilder();
  private final Map<String, String> clips = new LinkedHashMap<>();

  /**
   * Starts an SVG.
   *
   * @param idPrefix what sets its ids apart from those of other SVGs on the same page
   */
  SvgWriter(String idPrefix) {
    this.idPrefix = idPrefix;
  }

  void begin(String element) {
    elements.append('<').append(element);
  }

  void attribute(String name, String value) {
    elements.append(' ').append(name).append("=\"").append(escape(value)).append('"');
  }

  void attribute(String name, double value) {
    attribute(name, number(value));
  }

  void end() {
    elements.append("/>\n");
  }

  void endWithText(String text) {
    int start = elements.lastIndexOf("<") + 1;
    String element = elements.substring(start, elements.indexOf(" ", start));
    elements.append('>').append(escape(text)).append("</").append(element).append(">\n");
  }

  /** The id of a clip with this outline. */
  String clip(String path) {
    return clips.computeIfAbsent(path, outline -> idPrefix + "-clip-" + (clips.size() + 1));
  }

  /** All that was written, the clips first. */
  String elements() {
    if (clips.isEmpty()) {
      return elements.toString();
    }
    StringBuilder definitions = new StringBuilder("<defs>\n");
    clips.forEach(
        (path, id) ->
            definitions
                .append("<clipPath id=\"")
                .append(id)
                .append("\"><path d=\"")
                .append(path)
                .append("\"/></clipPath>\n"));
    return definitions.append("</defs>\n").append(elements).toString();
  }

  /** The outline in the words of a path element. */
  static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int segment = i.currentSegment(points);
      path.append(COMMANDS[segment]);
      int coordinates = COORDINATES[segment];
      for (int c = 0; c < coordinates; c++) {
        path.append(c == 0 ? "" : " ").append(number(points[c]));
      }
    }
    return path.toString();
  }

  /** A number to a hundredth, without needless zeros. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    StringBuilder number = new StringBuilder(hundredths < 0 ? "-" : "");
    long absolute = Math.abs(hundredths);
    number.append(absolute / 100);
    if (absolute % 100 != 0) {
      number.append('.').append(absolute % 100 / 10);
      if (absolute % 10 != 0) {
        number.append(absolute % 10);
      }
    }
    return number.toString();
  }

  /** Text for element or attribute; characters that XML cannot have become U+FFFD. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '\uFFFD');
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    boolean isSurrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean isControl = c < ' ' && c != '\t' && c != '\n';
    return !isSurrogate && !isControl && c != 0xFFFE && c != 0xFFFF;
  }
}
