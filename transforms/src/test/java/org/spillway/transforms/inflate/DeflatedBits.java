package org.spillway.transforms.inflate;

import java.io.ByteArrayOutputStream;

/** Deflated data made by hand, bit by bit. */
final class DeflatedBits {
  static final int STORED = 0;
  static final int FIXED = 1;
  static final int DYNAMIC = 2;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int bits;
  private int bitCount;

  /** The lowest bits of a number, the lowest first. */
  DeflatedBits number(int value, int count) {
    for (int i = 0; i < count; i++) {
      bit(value >>> i);
    }
    return this;
  }

  /** A Huffman code, as it is written in the RFC: the highest bit first. */
  DeflatedBits code(String code) {
    code.chars().forEach(c -> bit(c - '0'));
    return this;
  }

  /** The beginning of a block, which may be the last. */
  DeflatedBits block(int type, boolean isLast) {
    return number(isLast ? 1 : 0, 1).number(type, 2);
  }

  /**
   * The codes of a dynamic block, every length of which is written as it is, in four bits.
   *
   * @param literals the lengths of the codes of literals and lengths, at least 257
   */
  DeflatedBits codes(int[] literals, int[] distances) {
    number(literals.length - 257, 5).number(distances.length - 1, 5).number(15, 4);
    lengthsOfFourBits();
    for (int length : literals) {
      length(length);
    }
    for (int length : distances) {
      length(length);
    }
    return this;
  }

  /** After the counts of a dynamic block, with all 19: the lengths 0 to 15 have codes of 4 bits. */
  DeflatedBits lengthsOfFourBits() {
    for (int i = 0; i < 19; i++) {
      number(i < 3 ? 0 : 4, 3);
    }
    return this;
  }

  /** A length, by {@link #lengthsOfFourBits}. */
  DeflatedBits length(int length) {
    return code(String.format("%4s", Integer.toBinaryString(length)).replace(' ', '0'));
  }

  DeflatedBits toByte() {
    while (bitCount > 0) {
      bit(0);
    }
    return this;
  }

  /** All bytes, the last one filled up with zeros. */
  byte[] toBytes() {
    return toByte().bytes.toByteArray();
  }

  private void bit(int value) {
    bits |= (value & 1) << bitCount++;
    if (bitCount == Byte.SIZE) {
      bytes.write(bits);
      bits = 0;
      bitCount = 0;
    }
  }
}
