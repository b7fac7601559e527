package org.spillway.pipelines.cli;

/** Text of strangers, such as the names in an archive, as it may be shown on a terminal. */
final class TerminalText {

  private TerminalText() {}

  /**
   * The text with every character that would command the terminal, or order what is beside it
   * otherwise than it is, as an escape: {@code \u001B}. Everything else stays.
   */
  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isHarmless(c)) {
        shown.appendCodePoint(c);
      } else {
        shown.append(String.format("\\u%04X", c));
      }
    }
    return shown.toString();
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> !isBidirectional(c);
      default -> true;
    };
  }

  private static boolean isBidirectional(int c) {
    return c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
