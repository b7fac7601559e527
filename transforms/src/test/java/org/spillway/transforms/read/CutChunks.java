package org.spillway.transforms.read;

import java.util.Arrays;

/** Bytes in chunks of a few, each in an array that is overwritten by the next. */
final class CutChunks implements Chunks {
  private final byte[] all;
  private final int size;
  private final byte[] chunk;
  private int position;
  private int length;

  /** The first chunk has at least three bytes. */
  CutChunks(byte[] all, int size) {
    this.all = all;
    this.size = size;
    chunk = new byte[Math.max(size, 3)];
  }

  @Override
  public boolean next() {
    length = Math.min(position == 0 ? chunk.length : size, all.length - position);
    Arrays.fill(chunk, (byte) '#');
    System.arraycopy(all, position, chunk, 0, length);
    position += length;
    return length > 0;
  }

  @Override
  public byte[] bytes() {
    return chunk;
  }

  @Override
  public int length() {
    return length;
  }
}
