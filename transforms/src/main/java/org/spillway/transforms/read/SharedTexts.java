package org.spillway.transforms.read;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts of bytes, and gives the same one again for the same bytes while it remembers it: most
 * tags have come before, and else a text for each would be the most of what a run holds of them.
 * Remembers at most {@value #SLOTS} short ASCII texts, each until another takes its place.
 */
final class SharedTexts {
  private static final int SLOTS = 1 << 14;
  private static final int LONGEST = 64;

  private final @Nullable String[] texts = new String[SLOTS];

  /** The text of UTF-8 without malformed bytes. */
  String of(byte[] bytes, int start, int end) {
    int hash = 0; // as that of a String of these characters
    boolean isAscii = true;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
      isAscii &= bytes[i] >= 0;
    }
    if (!isAscii || end - start > LONGEST) {
      return text(bytes, start, end);
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    String known = texts[slot];
    if (known == null || known.hashCode() != hash || !isOf(known, bytes, start, end)) {
      known = text(bytes, start, end);
      texts[slot] = known;
    }
    return known;
  }

  private static boolean isOf(String text, byte[] bytes, int start, int end) {
    if (text.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(i - start) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
