package org.spillway.data.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;

/** Reads bytes from any place, as unevenly as a test wants. */
public class MemoryChannel implements SeekableByteChannel {
  private final byte[] bytes;
  private final Flow flow;
  private long position;
  private boolean isClosed;

  /** Says how many of the bytes that are wanted at a place a read gives: 0 for none yet, or -1. */
  public interface Flow {
    /** How many of the wanted bytes a read at this position gives. */
    int give(long position, int wanted) throws IOException;
  }

  /** Opens these bytes. */
  public MemoryChannel(byte[] bytes, Flow flow) {
    this.bytes = bytes;
    this.flow = flow;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (isClosed) {
      throw new ClosedChannelException();
    }
    int left = (int) Math.max(0, bytes.length - position);
    int wanted = Math.min(into.remaining(), left);
    int given = left == 0 ? -1 : Math.min(wanted, flow.give(position, wanted));
    if (given > 0) {
      into.put(bytes, (int) position, given);
      position += given;
    }
    return given;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() throws IOException {
    return bytes.length;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return !isClosed;
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
