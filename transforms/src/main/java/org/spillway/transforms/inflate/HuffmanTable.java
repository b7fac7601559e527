package org.spillway.transforms.inflate;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * Decodes a Huffman code of at most 15 bits by looking the next bits up: the first {@code rootBits}
 * of them in the table's first part, and for longer codes the rest of 15 in a further part.
 *
 * <p>An entry has, from its lowest bit on:
 *
 * <ul>
 *   <li>bits 0 to 4 ({@link #TOTAL_MASK}): how many bits to take, those of the code and the extra
 *       ones of its symbol. Bit 5 is 0, so that a shift by an entry is one by these
 *   <li>bits 6 to 9: how many of them are the code's
 *   <li>bits 10 to 25: the literal's byte; or the symbol's value, which the extra bits' number is
 *       added to; or where in the table a longer code goes on
 *   <li>bits 28 to 31: its kind. The usual values have none, so that one comparison finds the
 *       others
 * </ul>
 */
final class HuffmanTable {
  /** A literal byte: the entry is negative. */
  static final int LITERAL = 1 << 31;

  /** The end of the block. */
  static final int END = 1 << 30;

  /** Its value is where in the table longer codes go on, behind the first bits. */
  static final int LONGER = 1 << 29;

  /** No code, or a symbol that must not occur. */
  static final int INVALID = 1 << 28;

  /** Neither a literal nor a value. */
  static final int UNUSUAL = END | LONGER | INVALID;

  static final int TOTAL_MASK = 31;

  /** The bits of the longest code that there can be. */
  static final int LONGEST = 15;

  private static final int CODE_SHIFT = 6;
  private static final int CODE_MASK = 15;
  private static final int VALUE_SHIFT = 10;
  private static final int VALUE_MASK = (1 << 16) - 1;

  private final int rootBits;
  private final int[] symbols;
  private final int[] entries;

  /**
   * A table for codes of some symbols.
   *
   * @param symbols what an entry has of each beside the code, by {@link #literal}, {@link #value}
   *     and the kinds
   */
  HuffmanTable(int rootBits, int[] symbols) {
    this.rootBits = rootBits;
    this.symbols = symbols;
    // A complete code has no fewer than two symbols behind each beginning.
    entries = new int[(1 << rootBits) + ((symbols.length / 2) << (LONGEST - rootBits))];
  }

  static int literal(int value) {
    return LITERAL | (value << VALUE_SHIFT);
  }

  static int value(int base, int extraBits) {
    return (base << VALUE_SHIFT) | extraBits;
  }

  /** An entry's value without extra bits; not for literals. */
  static int valueOf(int entry) {
    return (entry >>> VALUE_SHIFT) & VALUE_MASK;
  }

  /** The byte of a literal's entry. */
  static byte byteOf(int entry) {
    return (byte) (entry >>> VALUE_SHIFT);
  }

  /** The value of a usual entry, with the extra bits that follow its code in {@code bits}. */
  static int valueOf(int entry, long bits) {
    return (entry >>> VALUE_SHIFT)
        + (int) ((bits & ((1L << entry) - 1)) >>> ((entry >>> CODE_SHIFT) & CODE_MASK));
  }

  /** All entries, the first by the code's first bits. */
  int[] entries() {
    return entries;
  }

  /** The entry of the next bits, of a table without longer codes than its root has bits. */
  int entry(long bits) {
    return entries[(int) bits & ((1 << rootBits) - 1)];
  }

  /**
   * Takes other codes.
   *
   * @param lengths of each symbol's code in bits, from {@code from} on; 0 for a symbol without one
   * @throws DataFormatException if no code has these lengths, or one that is incomplete, unless
   *     {@code mayBeIncomplete} and there is at most one symbol, of one bit
   */
  void assign(byte[] lengths, int from, int count, boolean mayBeIncomplete)
      throws DataFormatException {
    int[] next = firstCodes(lengths, from, count, mayBeIncomplete);
    int size = 1 << rootBits;
    Arrays.fill(entries, 0, size, INVALID);
    int end = size;
    for (int symbol = 0; symbol < count; symbol++) {
      int length = lengths[from + symbol];
      if (length == 0) {
        continue;
      }
      int code = Integer.reverse(next[length]++) >>> (32 - length);
      if (length <= rootBits) {
        put(0, size, code, symbol, length);
      } else {
        int beginning = code & (size - 1);
        int further = 1 << (LONGEST - rootBits);
        if (entries[beginning] == INVALID) {
          entries[beginning] = LONGER | (end << VALUE_SHIFT);
          end += further;
        }
        put(valueOf(entries[beginning]), further, code >>> rootBits, symbol, length - rootBits);
      }
    }
  }

  /** Puts a symbol's entry wherever the bits begin with its code. */
  private void put(int start, int size, int code, int symbol, int length) {
    int entry = symbols[symbol] + ((length << CODE_SHIFT) | length);
    for (int i = code; i < size; i += 1 << length) {
      entries[start + i] = entry;
    }
  }

  /** The first code of each length, by section 3.2.2 of RFC 1951. */
  private static int[] firstCodes(byte[] lengths, int from, int count, boolean mayBeIncomplete)
      throws DataFormatException {
    int[] ofLength = new int[LONGEST + 1];
    for (int i = 0; i < count; i++) {
      ofLength[lengths[from + i]]++;
    }
    int used = count - ofLength[0];
    int[] first = new int[LONGEST + 1];
    int code = 0;
    int left = 1;
    for (int length = 1; length <= LONGEST; length++) {
      first[length] = code;
      code = (code + ofLength[length]) << 1;
      left = (left << 1) - ofLength[length];
      if (left < 0) {
        throw new DataFormatException("more codes than their lengths allow");
      }
    }
    if (left > 0 && !(mayBeIncomplete && used == ofLength[1])) {
      throw new DataFormatException("codes whose lengths leave some out");
    }
    return first;
  }
}
