package org.spillway.schemas;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link WireOutput} wrote. */
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
    byte[] copy = new byte[length];
    System.arraycopy(bytes, position, copy, 0, length);
    position += length;
    return copy;
  }

  /** What {@link WireOutput#putVarLong} wrote, as an int. */
  public int getVarInt() {
    return Math.toIntExact(getVarLong());
  }

  /** What {@link WireOutput#putVarLong} wrote. */
  public long getVarLong() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = getByte();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
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

  boolean isAtEnd() {
    return position == bytes.length;
  }
}
