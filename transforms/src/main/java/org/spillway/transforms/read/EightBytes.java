package org.spillway.transforms.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of text in a {@code long}, the first in its lowest bits, and what can be found out
 * about all of them at once: a number takes a dozen operations that way, however many digits it
 * has, where a loop over them takes several a digit and a mispredicted branch at its end.
 */
final class EightBytes {
  private static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A byte of 1, of '0', and so on, eight times. */
  private static final long ONES = 0x0101010101010101L;

  private static final long HIGHEST_BITS = 0x8080808080808080L;
  private static final long HIGH_HALVES = 0xF0F0F0F0F0F0F0F0L;
  private static final long ZERO_DIGITS = '0' * ONES;
  private static final long COMMAS = ',' * ONES;

  private EightBytes() {}

  /** The eight bytes from {@code start} on, all of which must be within the array. */
  static long at(byte[] bytes, int start) {
    return (long) LITTLE_ENDIAN.get(bytes, start);
  }

  /** How many bytes are before the first comma; 8 if there is none. */
  static int beforeComma(long word) {
    long zeroAtComma = word ^ COMMAS;
    long found = (zeroAtComma - ONES) & ~zeroAtComma & HIGHEST_BITS;
    if (found == 0) {
      return Long.BYTES;
    }
    return beforeFirst(found);
  }

  /** A byte that is eight times in a word, for {@link #underOrNoAscii}. */
  static long eightTimes(char c) {
    return c * ONES;
  }

  /**
   * The highest bit of each byte that is under the one in {@code eightTimes}, and of each that is
   * not ASCII; behind the first of them some of others too, and no other bit.
   */
  static long underOrNoAscii(long eightTimes, long word) {
    return (word - eightTimes | word) & HIGHEST_BITS;
  }

  /** How many bytes are before the first one whose highest bit is set; one must be. */
  static int beforeFirst(long highestBits) {
    long upToFirst = (highestBits & -highestBits) - 1;
    return (int) (((upToFirst & ONES) * ONES) >>> 56) - 1;
  }

  /**
   * The number that the first bytes are.
   *
   * @param digits how many, 1 to 7
   * @return -1 if one of them is no digit
   */
  static long number(long word, int digits) {
    int bits = 8 * digits;
    return number((word << (64 - bits)) | (ZERO_DIGITS >>> bits));
  }

  /** The number that all eight bytes are, or -1 if one of them is no digit. */
  static long number(long word) {
    // A digit's high half is a 3, and is one still when 6 is added to the digit.
    long halves = (word & HIGH_HALVES) | (((word + 6 * ONES) & HIGH_HALVES) >>> 4);
    if (halves != 0x33 * ONES) {
      return -1;
    }
    long digits = word - ZERO_DIGITS;
    long pairs = 10 * digits + (digits >>> 8);
    // The pairs are in every other byte: the products add them up, by their weights, in the middle.
    long oddPairs = (pairs & 0x000000FF_000000FFL) * (100 + (1_000_000L << 32));
    long evenPairs = ((pairs >>> 16) & 0x000000FF_000000FFL) * (1 + (10_000L << 32));
    return (oddPairs + evenPairs) >>> 32;
  }
}
