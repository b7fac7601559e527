package org.spillway.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.VarInt;

/**
 * The base of coders for immutable values and for accumulators: a value is its length in bytes,
 * then its fields. The bytes depend on the value alone, so every coder is deterministic and fit for
 * keys.
 *
 * @param <T> an immutable type whose {@code equals} agrees with its encoding
 */
public abstract class WireCoder<T> extends AtomicCoder<T> {

  /** Writes the fields of a value. */
  public abstract void write(T value, WireOutput out);

  /** Reads the fields in the order in which they were written. */
  public abstract T read(WireInput in);

  /** A guess of the encoded size, so that large values are copied less often while they grow. */
  protected int expectedSize(T value) {
    return 64;
  }

  @Override
  public final void encode(T value, OutputStream stream) throws IOException {
    if (value == null) {
      throw new CoderException("cannot encode a null with " + getClass().getSimpleName());
    }
    WireOutput out = new WireOutput(expectedSize(value));
    write(value, out);
    VarInt.encode(out.size(), stream);
    stream.write(out.bytes(), 0, out.size());
  }

  @Override
  public final T decode(InputStream stream) throws IOException {
    int length = VarInt.decodeInt(stream);
    byte[] bytes = stream.readNBytes(length);
    if (bytes.length < length) {
      throw new CoderException(
          "expected " + length + " bytes of a value, but the stream ended after " + bytes.length);
    }
    WireInput in = new WireInput(bytes);
    T value = read(in);
    if (!in.isAtEnd()) {
      throw new CoderException("bytes are left over behind a value: " + value);
    }
    return value;
  }

  @Override
  public final boolean consistentWithEquals() {
    return true;
  }
}
