package org.spillway.schemas;

/**
 * White space as the setup spec means it: Unicode's, which includes the no-break spaces that
 * MovieLens titles and tags contain, and the four ASCII separators that Python's {@code \s} and
 * {@code strip()} include. U+200B (zero width space) is not white space.
 */
public final class WhiteSpace {

  private WhiteSpace() {}

  /** Whether {@code c} is white space. */
  public static boolean is(char c) {
    return switch (c) {
      case '\t', '\n', '\u000B', '\f', '\r', '\u001C', '\u001D', '\u001E', '\u001F', ' ' -> true;
      case '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' -> true;
      default -> c >= '\u2000' && c <= '\u200A';
    };
  }

  /** {@code text} without white space at either end. */
  public static String strip(String text) {
    int start = 0;
    int end = endWithout(text, text.length());
    while (start < end && is(text.charAt(start))) {
      start++;
    }
    return text.substring(start, end);
  }

  /** The end of {@code text[0, end)} once trailing white space is left out. */
  static int endWithout(String text, int end) {
    int last = end;
    while (last > 0 && is(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }
}
