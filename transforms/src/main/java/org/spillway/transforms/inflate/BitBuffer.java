package org.spillway.transforms.inflate;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;

/**
 * A piece of the deflated data, as bits: the first is the lowest of the first byte.
 *
 * <p>What is hot works on {@link #bytes}, {@link #position} and {@link #limit} itself.
 */
final class BitBuffer {
  private static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BYTES = 64 << 10;

  private final DeflatedSource source;

  /** The bytes, with room to read a word of the last one. */
  final byte[] bytes = new byte[BYTES + Long.BYTES];

  /** The next bit's. It may be beyond the end only until {@link #checkWithin}. */
  int position;

  /** From positions before this one {@link #at} has all the bits that it promises. */
  int limit;

  private int byteCount;
  private long bytesBefore;
  private boolean isLast;

  BitBuffer(DeflatedSource source) {
    this.source = source;
  }

  /**
   * The bits from a position on that is not beyond the end: 57 at least, of which those beyond the
   * end mean nothing. So many have a literal of 9 bits, a length of 20 and a distance of 28.
   */
  static long at(byte[] bytes, int position) {
    return (long) LITTLE_ENDIAN.get(bytes, position >>> 3) >>> (position & 7);
  }

  /** How many bytes have been taken, the one that the position is in with them. */
  long bytesTaken() {
    return bytesBefore + ((position + 7) >>> 3);
  }

  /**
   * Takes bits, the first as the lowest.
   *
   * @param count at most 16
   */
  int take(int count) throws IOException, DataFormatException {
    int bits = (int) peek() & ((1 << count) - 1);
    skip(count);
    return bits;
  }

  /** The bits that follow, as {@link #at} has them. */
  long peek() throws IOException {
    if (position >= limit) {
      fill();
    }
    return at(bytes, position);
  }

  /** Passes over bits that {@link #peek} has shown, if the data has them all. */
  void skip(int count) throws DataFormatException {
    position += count;
    checkWithin();
  }

  /** Passes over the rest of the byte that the position is in. */
  void skipToByte() {
    position = (position + 7) & -8;
  }

  /** Takes bytes, from a position that is a byte's: at least 1 of them. */
  int takeBytes(byte[] into, int offset, int length) throws IOException, DataFormatException {
    require();
    int n = Math.min(length, byteCount - (position >>> 3));
    System.arraycopy(bytes, position >>> 3, into, offset, n);
    position += n << 3;
    return n;
  }

  /** Sees to it that the position is before the limit. */
  void require() throws IOException, DataFormatException {
    if (position >= limit) {
      fill();
    }
    if (position >= limit) {
      throw breaksOff();
    }
  }

  /** Throws if more bits were taken than there are. */
  void checkWithin() throws DataFormatException {
    if (position > byteCount << 3) {
      throw breaksOff();
    }
  }

  private static DataFormatException breaksOff() {
    return new DataFormatException("data that breaks off");
  }

  /** Reads on, until the buffer is full or the source at its end. */
  private void fill() throws IOException {
    int taken = position >>> 3;
    System.arraycopy(bytes, taken, bytes, 0, byteCount - taken);
    byteCount -= taken;
    bytesBefore += taken;
    position &= 7;
    while (!isLast && byteCount < BYTES) {
      int n = source.read(bytes, byteCount, BYTES - byteCount);
      if (n < 0) {
        isLast = true;
      } else {
        byteCount += n;
      }
    }
    limit = (byteCount - (isLast ? 0 : Long.BYTES)) << 3;
  }
}
