package org.spillway.transforms.inflate;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;

/**
 * Inflates raw deflated data (RFC 1951, without a header of zlib or gzip) as it is read. What is
 * accepted is what {@code java.util.zip.Inflater} accepts.
 *
 * <p>Memory is some 400 KB, whatever the data. Not thread-safe, and of no use after an exception.
 *
 * <p>Nearly all the time is spent in {@link #decodeSymbols}. The data of ratings are matches for
 * the most part, of eight bytes on average, and a mispredicted branch costs as much as a match. So
 * of usual symbols there is none that depends on how many bits they have, nor on a match's length
 * if that is at most 16: that many bytes are copied of each.
 */
public final class InflatingReader {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** How far back a match may be. */
  private static final int WINDOW = 32 << 10;

  /** So much is inflated at once, and at most a match more. */
  private static final int STEP = 224 << 10;

  /** So many bytes of a match are copied at once. */
  private static final int COPY = 2 * Long.BYTES;

  private static final int LONGEST_MATCH = 258;
  private static final int STORED = 0;
  private static final int FIXED = 1;
  private static final int DYNAMIC = 2;

  private final BitBuffer in;

  /** The window, and behind it what has been inflated since it was moved to the front. */
  private final byte[] out = new byte[WINDOW + STEP + LONGEST_MATCH + COPY];

  private final Codes dynamic = new Codes();

  /** The codes of the block that is being read; not for stored ones. */
  private Codes codes = dynamic;

  private boolean isInBlock;
  private boolean isLastBlock;

  /** Bytes that a stored block still has, or -1 if the block is not a stored one. */
  private int storedLeft = -1;

  /** The first byte that a match may refer to. */
  private int oldest = WINDOW;

  /** Whether {@link #inflate} has begun and not ended well. */
  private boolean hasFailed;

  private int handedOut = WINDOW;
  private int end = WINDOW;

  public InflatingReader(DeflatedSource source) {
    in = new BitBuffer(source);
  }

  /**
   * Inflates up to {@code length} bytes.
   *
   * @param length at least 1
   * @return how many, at least 1, or -1 at the end of the last block
   * @throws DataFormatException if the data is damaged or breaks off; what has been inflated before
   *     the damage may not have been returned
   * @throws IllegalStateException if it has thrown before
   */
  public int read(byte[] bytes, int offset, int length) throws IOException, DataFormatException {
    if (hasFailed) {
      throw new IllegalStateException("read on after a failure");
    }
    if (handedOut == end) {
      hasFailed = true;
      inflate();
      hasFailed = false;
      if (handedOut == end) {
        return -1;
      }
    }
    int n = Math.min(length, end - handedOut);
    System.arraycopy(out, handedOut, bytes, offset, n);
    handedOut += n;
    return n;
  }

  /**
   * How many deflated bytes have been used, of which some may be those of bytes yet to be returned;
   * at the end those that the data has, however many the source has more.
   */
  public long deflatedBytes() {
    return in.bytesTaken();
  }

  private void inflate() throws IOException, DataFormatException {
    moveWindow();
    while (end < WINDOW + STEP) {
      if (!isInBlock) {
        if (isLastBlock) {
          return;
        }
        beginBlock();
      } else if (storedLeft >= 0) {
        copyStored();
      } else {
        in.require();
        decodeSymbols();
        in.checkWithin();
      }
    }
  }

  private void moveWindow() {
    int distance = end - WINDOW;
    System.arraycopy(out, distance, out, 0, WINDOW);
    oldest = Math.max(0, oldest - distance);
    end = WINDOW;
    handedOut = WINDOW;
  }

  private void beginBlock() throws IOException, DataFormatException {
    isLastBlock = in.take(1) == 1;
    storedLeft = -1;
    switch (in.take(2)) {
      case STORED -> storedLeft = storedLength();
      case FIXED -> codes = Codes.FIXED;
      case DYNAMIC -> {
        dynamic.read(in);
        codes = dynamic;
      }
      default -> throw new DataFormatException("an unknown block type");
    }
    isInBlock = true;
  }

  private int storedLength() throws IOException, DataFormatException {
    in.skipToByte();
    int length = in.take(16);
    if (in.take(16) != (length ^ 0xFFFF)) {
      throw new DataFormatException("a stored block whose lengths differ");
    }
    return length;
  }

  private void copyStored() throws IOException, DataFormatException {
    if (storedLeft == 0) {
      isInBlock = false;
      return;
    }
    int n = in.takeBytes(out, end, Math.min(storedLeft, WINDOW + STEP - end));
    storedLeft -= n;
    end += n;
  }

  /** Decodes until the block, the room or the bits are at an end. */
  private void decodeSymbols() throws DataFormatException {
    byte[] bytes = in.bytes;
    byte[] out = this.out;
    int[] literals = codes.literals.entries();
    int[] distances = codes.distances.entries();
    int position = in.position;
    int limit = in.limit;
    int to = end;
    while (position < limit && to < WINDOW + STEP) {
      long bits = BitBuffer.at(bytes, position);
      int entry = literals[(int) bits & Codes.ROOT_MASK];
      if (entry < 0) {
        // Two at once: the bits are enough.
        out[to++] = HuffmanTable.byteOf(entry);
        position += entry & HuffmanTable.TOTAL_MASK;
        bits >>>= entry;
        entry = literals[(int) bits & Codes.ROOT_MASK];
        if (entry < 0) {
          out[to++] = HuffmanTable.byteOf(entry);
          position += entry & HuffmanTable.TOTAL_MASK;
          continue;
        }
      }
      if ((entry & HuffmanTable.UNUSUAL) != 0) {
        if ((entry & HuffmanTable.LONGER) != 0) {
          position += Codes.ROOT_BITS;
          bits >>>= Codes.ROOT_BITS;
          entry = literals[HuffmanTable.valueOf(entry) + ((int) bits & Codes.FURTHER_MASK)];
          if (entry < 0) {
            out[to++] = HuffmanTable.byteOf(entry);
            position += entry & HuffmanTable.TOTAL_MASK;
            continue;
          }
        }
        if ((entry & HuffmanTable.END) != 0) {
          position += entry & HuffmanTable.TOTAL_MASK;
          isInBlock = false;
          break;
        }
        if ((entry & HuffmanTable.INVALID) != 0) {
          throw new DataFormatException("a code of no literal or length");
        }
      }
      int matchEnd = to + HuffmanTable.valueOf(entry, bits);
      position += entry & HuffmanTable.TOTAL_MASK;
      bits >>>= entry;
      entry = distances[(int) bits & Codes.ROOT_MASK];
      if ((entry & HuffmanTable.UNUSUAL) != 0) {
        if ((entry & HuffmanTable.LONGER) != 0) {
          position += Codes.ROOT_BITS;
          bits >>>= Codes.ROOT_BITS;
          entry = distances[HuffmanTable.valueOf(entry) + ((int) bits & Codes.FURTHER_MASK)];
        }
        if ((entry & HuffmanTable.INVALID) != 0) {
          throw new DataFormatException("a code of no distance");
        }
      }
      int distance = HuffmanTable.valueOf(entry, bits);
      position += entry & HuffmanTable.TOTAL_MASK;
      int from = to - distance;
      if (from < oldest) {
        throw new DataFormatException("a match from before the beginning");
      }
      if (distance < Long.BYTES) {
        // What is copied may be part of the match itself.
        while (to < matchEnd) {
          out[to++] = out[from++];
        }
      } else {
        do {
          WORDS.set(out, to, (long) WORDS.get(out, from));
          WORDS.set(out, to + Long.BYTES, (long) WORDS.get(out, from + Long.BYTES));
          to += COPY;
          from += COPY;
        } while (to < matchEnd);
        to = matchEnd;
      }
    }
    in.position = position;
    end = to;
  }
}
