package org.spillway.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link WireOutput} wrote. Reading past the end, or a number that the bytes cannot
 * mean, is an unchecked exception, which {@link WireCoder#decode} turns into a checked one.
 */
public final class WireInput {
  private final byte[] bytes;
  private int position;

  WireInput(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What {@link WireOutput#putByte} wrote, with its sign. */
  public byte getByte() {
    return bytes[position++];
  }

  /** What {@link WireOutput#putBoolean} wrote. */
  public boolean getBoolean() {
    return getByte() != 0;
  }

  /** That many bytes. */
  public byte[] getBytes(int length) {
    Objects.checkFromIndexSize(position, length, bytes.length);
    byte[] copy = Arrays.copyOfRange(bytes, position, position + length);
    position += length;
    return copy;
  }

  /**
   * A number of parts that follow, each of a byte at least. Use it where the number decides how
   * much memory is taken: a damaged one cannot ask for more parts than there are bytes.
   */
  public int getCount() {
    long count = getVarLong();
    if (count < 0 || count > remaining()) {
      throw new IllegalArgumentException(
          "expected at most " + remaining() + " parts of a value, but found a count of: " + count);
    }
    return (int) count;
  }

  /** What {@link WireOutput#putVarLong} wrote, as an int. */
  public int getVarInt() {
    return Math.toIntExact(getVarLong());
  }

  /** What {@link WireOutput#putVarLong} wrote. */
  public long getVarLong() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = getByte();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("expected a number of at most ten bytes, but it goes on");
  }

  /** What {@link WireOutput#putZigZag} wrote. */
  public long getZigZag() {
    long value = getVarLong();
    return (value >>> 1) ^ -(value & 1);
  }

  /** What {@link WireOutput#putDouble} wrote. */
  public double getDouble() {
    long bits = 0;
    for (int i = 0; i < 8; i++) {
      bits = (bits << 8) | (getByte() & 0xFF);
    }
    return Double.longBitsToDouble(bits);
  }

  /** What {@link WireOutput#putString} wrote. */
  public String getString() {
    int length = getVarInt();
    String value = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return value;
  }

  /** What {@link WireOutput#putNullableString} wrote. */
  public @Nullable String getNullableString() {
    return getBoolean() ? getString() : null;
  }

  int remaining() {
    return bytes.length - position;
  }
}
