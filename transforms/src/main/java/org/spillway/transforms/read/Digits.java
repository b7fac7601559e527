package org.spillway.transforms.read;

/** Whole numbers of ASCII digits, and of nothing else: no sign, no space, no other script. */
final class Digits {
  private static final int MAX_ID_DIGITS = 10;
  private static final int MAX_DIGITS = 18;

  private Digits() {}

  /** The id that a cell holds, 1 to 2^31 - 1, or -1 if it holds none. */
  static int id(byte[] bytes, int start, int end) {
    long value = end - start > MAX_ID_DIGITS ? -1 : number(bytes, start, end);
    return value < 1 || value > Integer.MAX_VALUE ? -1 : (int) value;
  }

  /** The number that a cell of 1 to 18 digits holds, or -1 if it is another. */
  static long number(byte[] bytes, int start, int end) {
    if (start == end || end - start > MAX_DIGITS) {
      return -1;
    }
    int at = start;
    long value = 0;
    if (end - start >= Long.BYTES) {
      value = EightBytes.number(EightBytes.at(bytes, start));
      if (value < 0) {
        return -1;
      }
      at += Long.BYTES;
    }
    for (int i = at; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
