package org.spillway.transforms.inflate;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * The two codes of a block, by sections 3.2.5 to 3.2.7 of RFC 1951: one for literals, lengths and
 * the block's end, one for distances.
 */
final class Codes {
  /** Longer codes than this are so rare that a larger table only pushes others from the cache. */
  static final int ROOT_BITS = 9;

  static final int ROOT_MASK = (1 << ROOT_BITS) - 1;

  /** For the bits of a longer code behind the first ones. */
  static final int FURTHER_MASK = (1 << (HuffmanTable.LONGEST - ROOT_BITS)) - 1;

  private static final int LITERALS = 256;

  /** The symbol behind the literals; lengths follow. */
  private static final int END_OF_BLOCK = LITERALS;

  /** Literals, the end and lengths. */
  private static final int MOST_LITERALS = 286;

  private static final int MOST_DISTANCES = 30;

  /** So many have codes in a fixed block; the last two mean nothing. */
  private static final int FIXED_LITERALS = 288;

  /** Of these too. */
  private static final int FIXED_DISTANCES = 32;

  private static final int LONGEST_MATCH = 258;

  /** In which order the lengths of the code are that the lengths of the others are written in. */
  private static final int[] LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private static final int REPEAT_LAST = 16;
  private static final int FEW_ZEROS = 17;

  /** The codes of every fixed block; not to be changed. */
  static final Codes FIXED = ofFixedBlocks();

  final HuffmanTable literals = new HuffmanTable(ROOT_BITS, literalSymbols());
  final HuffmanTable distances = new HuffmanTable(ROOT_BITS, distanceSymbols());
  private final HuffmanTable lengths = new HuffmanTable(7, lengthSymbols());

  /** Reads the codes that a dynamic block begins with. */
  void read(BitBuffer in) throws IOException, DataFormatException {
    int literalCount = in.take(5) + LITERALS + 1;
    int distanceCount = in.take(5) + 1;
    int lengthCount = in.take(4) + 4;
    if (literalCount > MOST_LITERALS || distanceCount > MOST_DISTANCES) {
      throw new DataFormatException("more lengths or distances than there can be");
    }
    byte[] ofLengths = new byte[LENGTH_ORDER.length];
    for (int i = 0; i < lengthCount; i++) {
      ofLengths[LENGTH_ORDER[i]] = (byte) in.take(3);
    }
    lengths.assign(ofLengths, 0, ofLengths.length, false);
    byte[] ofCodes = readLengths(in, literalCount + distanceCount);
    if (ofCodes[END_OF_BLOCK] == 0) {
      throw new DataFormatException("a block that cannot end");
    }
    literals.assign(ofCodes, 0, literalCount, true);
    distances.assign(ofCodes, literalCount, distanceCount, true);
  }

  /** Reads lengths of codes, in which repetitions stand for several. */
  private byte[] readLengths(BitBuffer in, int count) throws IOException, DataFormatException {
    byte[] read = new byte[count];
    int i = 0;
    while (i < count) {
      int entry = lengths.entry(in.peek());
      in.skip(entry & HuffmanTable.TOTAL_MASK);
      int symbol = HuffmanTable.valueOf(entry);
      if (symbol < REPEAT_LAST) {
        read[i++] = (byte) symbol;
        continue;
      }
      byte length = 0;
      int times;
      if (symbol == REPEAT_LAST) {
        if (i == 0) {
          throw new DataFormatException("a repetition of no length");
        }
        length = read[i - 1];
        times = 3 + in.take(2);
      } else {
        times = symbol == FEW_ZEROS ? 3 + in.take(3) : 11 + in.take(7);
      }
      if (times > count - i) {
        throw new DataFormatException("more lengths than there are codes");
      }
      Arrays.fill(read, i, i + times, length);
      i += times;
    }
    return read;
  }

  private static Codes ofFixedBlocks() {
    byte[] lengths = new byte[FIXED_LITERALS + FIXED_DISTANCES];
    Arrays.fill(lengths, 0, 144, (byte) 8);
    Arrays.fill(lengths, 144, 256, (byte) 9);
    Arrays.fill(lengths, 256, 280, (byte) 7);
    Arrays.fill(lengths, 280, FIXED_LITERALS, (byte) 8);
    Arrays.fill(lengths, FIXED_LITERALS, lengths.length, (byte) 5);
    Codes codes = new Codes();
    try {
      codes.literals.assign(lengths, 0, FIXED_LITERALS, false);
      codes.distances.assign(lengths, FIXED_LITERALS, FIXED_DISTANCES, false);
    } catch (DataFormatException e) {
      throw new AssertionError(e);
    }
    return codes;
  }

  private static int[] lengthSymbols() {
    int[] symbols = new int[LENGTH_ORDER.length];
    Arrays.setAll(symbols, i -> HuffmanTable.value(i, 0));
    return symbols;
  }

  private static int[] literalSymbols() {
    int[] symbols = new int[FIXED_LITERALS];
    Arrays.fill(symbols, HuffmanTable.INVALID);
    for (int i = 0; i < LITERALS; i++) {
      symbols[i] = HuffmanTable.literal(i);
    }
    symbols[END_OF_BLOCK] = HuffmanTable.END;
    int first = END_OF_BLOCK + 1;
    // Eight lengths without extra bits, then four each with one bit more, and the longest by
    // itself.
    int base = 3;
    for (int i = first; i < MOST_LITERALS - 1; i++) {
      int extraBits = Math.max(0, (i - first) / 4 - 1);
      symbols[i] = HuffmanTable.value(base, extraBits);
      base += 1 << extraBits;
    }
    symbols[MOST_LITERALS - 1] = HuffmanTable.value(LONGEST_MATCH, 0);
    return symbols;
  }

  private static int[] distanceSymbols() {
    int[] symbols = new int[FIXED_DISTANCES];
    Arrays.fill(symbols, HuffmanTable.INVALID);
    // Four distances without extra bits, then two each with one bit more.
    int base = 1;
    for (int i = 0; i < MOST_DISTANCES; i++) {
      int extraBits = Math.max(0, i / 2 - 1);
      symbols[i] = HuffmanTable.value(base, extraBits);
      base += 1 << extraBits;
    }
    return symbols;
  }
}
