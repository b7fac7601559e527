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
 * keys. Null is refused; {@code NullableCoder} adds it.
 *
 * <p>What is cut short or damaged is a {@link CoderException}, whatever its reading ran into.
 *
 * @param <T> a type of which two values are equal exactly when their encodings are
 */
public abstract class WireCoder<T> extends AtomicCoder<T> {

  /** Writes the fields of a value. */
  public abstract void write(T value, WireOutput out);

  /**
   * Reads the fields in the order in which they were written. Any unchecked exception means that
   * the bytes are damaged; {@link #decode} reports it.
   */
  public abstract T read(WireInput in);

  /** A guess of the encoded size, so that large values are copied less often while they grow. */
  protected int expectedSize(T value) {
    return 64;
  }

  @Override
  public final void encode(T value, OutputStream stream) throws IOException {
    if (value == null) {
      throw new CoderException(name() + " cannot encode a null");
    }
    WireOutput out = new WireOutput(expectedSize(value));
    write(value, out);
    VarInt.encode(out.size(), stream);
    stream.write(out.bytes(), 0, out.size());
  }

  @Override
  public final T decode(InputStream stream) throws IOException {
    WireInput in = new WireInput(readBytes(stream));
    T value;
    try {
      value = read(in);
    } catch (RuntimeException e) {
      throw new CoderException(name() + " was given damaged bytes", e);
    }
    if (in.remaining() > 0) {
      throw new CoderException(name() + " left over " + in.remaining() + " bytes of a value");
    }
    return value;
  }

  private byte[] readBytes(InputStream stream) throws IOException {
    int length;
    try {
      length = VarInt.decodeInt(stream);
    } catch (IOException e) {
      throw new CoderException(name() + " could not read the length of a value", e);
    }
    if (length < 0) {
      throw new CoderException(name() + " expected a length, but found: " + length);
    }
    byte[] bytes = stream.readNBytes(length);
    if (bytes.length < length) {
      throw new CoderException(
          name()
              + " expected "
              + length
              + " bytes of a value, but the stream ended after "
              + bytes.length);
    }
    return bytes;
  }

  private String name() {
    return getClass().getSimpleName();
  }

  @Override
  public final boolean consistentWithEquals() {
    return true;
  }
}
