package org.spillway.transforms.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.spillway.schemas.RejectedRow;

/**
 * Input as it can be shown to people: on one line, cut, with control characters and bytes that are
 * not UTF-8 written as escapes, so that nothing is hidden and nothing is replaced silently.
 */
final class Excerpt {
  /** No character is longer than this in UTF-8. */
  private static final int MAX_BYTES_PER_CHAR = 4;

  private static final int MAX_CELL = 60;
  private static final String HEX = "0123456789ABCDEF";

  private Excerpt() {}

  /** The text, whole but for control characters. */
  static String of(String text) {
    return escape(text, Integer.MAX_VALUE);
  }

  /** The text in quotes, cut to what fits a message. */
  static String quoted(String text) {
    String escaped = escape(text, MAX_CELL);
    return "'" + escaped + (text.length() > MAX_CELL ? "…'" : "'");
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
      default -> isHidden(c) ? String.format("\\u%04X", c) : Character.toString(c);
    };
  }

  /**
   * Whether a character is not shown as it is: a control character, an end of a line, one that
   * reorders what is around it, half of a pair.
   */
  static boolean isHidden(int c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
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
