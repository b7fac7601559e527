package org.spillway.transforms.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.spillway.schemas.RejectedRow;

/**
 * Input as it can be shown to people: on one line, cut, with bytes that are not UTF-8 and
 * characters that are not seen (control and format characters, such as those that turn the
 * direction of writing) written as escapes, so that nothing is hidden and nothing is replaced
 * silently.
 */
final class Excerpt {
  /** No character is longer than this in UTF-8. */
  private static final int MAX_BYTES_PER_CHAR = 4;

  /** A character of two UTF-16 units, each in six characters. */
  private static final int LONGEST_ESCAPE = 12;

  private static final int MAX_CELL = 60;

  /** What is kept of a name's beginning and of its end, which tells more. */
  private static final int NAME_BEGINNING = 80;

  private static final int NAME_END = 120;
  private static final String HEX = "0123456789ABCDEF";

  private Excerpt() {}

  /** The text, whole but for what is hidden. */
  static String whole(String text) {
    return escape(text, Integer.MAX_VALUE);
  }

  /** A name or a message of others, without its middle if it is longer than fits a message. */
  static String of(String text) {
    if (text.length() <= NAME_BEGINNING + NAME_END) {
      return whole(text);
    }
    int begin = text.length() - NAME_END;
    begin += Character.isLowSurrogate(text.charAt(begin)) ? 1 : 0;
    return escape(text, NAME_BEGINNING) + "…" + whole(text.substring(begin));
  }

  /** The text in quotes, cut to what fits a message. */
  static String quoted(String text) {
    String escaped = escape(text, MAX_CELL);
    boolean isCut = escape(text, MAX_CELL + LONGEST_ESCAPE).length() > escaped.length();
    return "'" + escaped + (isCut ? "…'" : "'");
  }

  /** The bytes in quotes, cut to what fits a message. */
  static String quoted(byte[] bytes, int start, int end) {
    return quoted(decode(bytes, start, end, MAX_CELL + 1));
  }

  /** A row's bytes, cut to what a rejected row keeps. */
  static String row(byte[] bytes, int start, int end) {
    return escape(decode(bytes, start, end, RejectedRow.MAX_TEXT), RejectedRow.MAX_TEXT);
  }

  private static String escape(String text, int maxLength) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), maxLength));
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      String shown = shown(c);
      if (out.length() + shown.length() > maxLength) {
        break;
      }
      out.append(shown);
    }
    return out.toString();
  }

  private static String shown(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isHidden(c) ? escape(c) : Character.toString(c);
    };
  }

  /** Whether a character is not seen or moves others, such as those that turn the direction. */
  static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String escape(int c) {
    StringBuilder out = new StringBuilder(LONGEST_ESCAPE);
    for (char unit : Character.toChars(c)) {
      out.append(String.format("\\u%04X", (int) unit));
    }
    return out.toString();
  }

  /** Decodes at least {@code enough} characters, if there are as many. */
  private static String decode(byte[] bytes, int start, int end, int enough) {
    int length = Math.min(end - start, enough * MAX_BYTES_PER_CHAR);
    boolean cut = length < end - start;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, length);
    CharBuffer out = CharBuffer.allocate(length);
    StringBuilder text = new StringBuilder(length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    while (true) {
      CoderResult result = decoder.decode(in, out, !cut);
      text.append(out.flip());
      out.clear();
      if (!result.isMalformed()) {
        return text.toString();
      }
      for (int i = 0; i < result.length(); i++) {
        int b = in.get() & 0xFF;
        text.append("\\x").append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 0xF));
      }
      decoder.reset();
    }
  }
}
