package org.spillway.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing byte array that {@link WireCoder}s write to: variable-length integers, UTF-8 text. */
public final class WireOutput {
  private byte[] bytes;
  private int size;

  WireOutput(int expectedSize) {
    bytes = new byte[Math.max(16, expectedSize)];
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** The lowest eight bits. */
  public void putByte(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  /** One byte. */
  public void putBoolean(boolean value) {
    putByte(value ? 1 : 0);
  }

  /** Bytes as they are; their number is not written. */
  public void putBytes(byte[] source, int offset, int length) {
    ensure(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Seven bits a byte, lowest first: one byte for 0 to 127, ten for a negative value. */
  public void putVarLong(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A variable-length integer that is small for small values of either sign. */
  public void putZigZag(long value) {
    putVarLong((value << 1) ^ (value >> 63));
  }

  /** Eight bytes. */
  public void putDouble(double value) {
    long bits = Double.doubleToLongBits(value);
    for (int shift = 56; shift >= 0; shift -= 8) {
      putByte((int) (bits >>> shift));
    }
  }

  /** The length in UTF-8, then the bytes. */
  public void putString(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    putVarLong(utf8.length);
    putBytes(utf8, 0, utf8.length);
  }

  /** A flag, then the text if there is one. */
  public void putNullableString(@Nullable String value) {
    putBoolean(value != null);
    if (value != null) {
      putString(value);
    }
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
