package org.spillway.schemas;

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes that are worth being deflated, since they are sent to every worker. */
final class Deflated {
  /** More than this, a byte of deflated data cannot stand for. */
  private static final int MOST_BYTES_OF_A_BYTE = 1032;

  private Deflated() {}

  /** Writes what was written to {@code plain}, deflated. */
  static void write(WireOutput plain, WireOutput out) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(plain.bytes(), 0, plain.size());
      deflater.finish();
      out.putVarLong(plain.size());
      byte[] some = new byte[64 << 10];
      while (!deflater.finished()) {
        out.putBytes(some, 0, deflater.deflate(some));
      }
    } finally {
      deflater.end();
    }
  }

  /** Reads what {@link #write} wrote, which must be all that is left. */
  static WireInput read(WireInput in) {
    long length = in.getVarLong();
    byte[] deflated = in.getBytes(in.remaining());
    if (length < 0 || length > (long) MOST_BYTES_OF_A_BYTE * deflated.length) {
      throw new IllegalArgumentException("no deflated data can be so long: " + length);
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      byte[] plain = new byte[Math.toIntExact(length)];
      int found = inflater.inflate(plain);
      if (found < plain.length || !inflater.finished() || inflater.getRemaining() > 0) {
        throw new IllegalArgumentException(
            "expected " + length + " deflated bytes, found others after " + found);
      }
      return new WireInput(plain);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("expected deflated data, found other", e);
    } finally {
      inflater.end();
    }
  }
}
