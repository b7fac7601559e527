package org.spillway.transforms.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, a few chunks ahead of whoever parses them: an entry is
 * inflated and parsed side by side. Chunks are used again, so memory is {@value #CHUNKS} times
 * {@value #CHUNK_BYTES} bytes.
 *
 * <p>What the stream throws is thrown to the parser, behind the chunks before it. Closing stops the
 * thread and waits for it, however far it is.
 */
final class ReadAhead implements Closeable {
  static final int CHUNK_BYTES = 256 << 10;
  private static final int CHUNKS = 4;

  private final InputStream in;
  private final BlockingQueue<Chunk> empty = new ArrayBlockingQueue<>(CHUNKS);
  private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS);
  private final Thread thread;
  private @Nullable Chunk current;

  private static final class Chunk {
    final byte[] bytes = new byte[CHUNK_BYTES];
    int length;
    @Nullable Throwable failure;
  }

  private ReadAhead(InputStream in) {
    this.in = in;
    for (int i = 0; i < CHUNKS; i++) {
      empty.add(new Chunk());
    }
    thread = new Thread(this::readAll, "read-ahead");
    thread.setDaemon(true);
  }

  /** Begins to read; the stream is closed with the result. */
  static ReadAhead of(InputStream in) {
    ReadAhead ahead = new ReadAhead(in);
    ahead.thread.start();
    return ahead;
  }

  /**
   * Goes on to the next chunk; the one before is not used any more.
   *
   * @return whether there is one, of at least one byte
   */
  boolean next() throws IOException {
    try {
      if (current != null) {
        if (current.length == 0) {
          return false;
        }
        empty.put(current);
      }
      current = full.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    }
    if (current.failure != null) {
      throwAgain(current.failure);
    }
    return current.length > 0;
  }

  /** The chunk's bytes, from 0 to {@link #length}. */
  byte[] bytes() {
    return current.bytes;
  }

  int length() {
    return current.length;
  }

  @Override
  public void close() throws IOException {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    in.close();
  }

  private void readAll() {
    try {
      Chunk chunk;
      do {
        chunk = empty.take();
        chunk.length = 0;
        try {
          chunk.length = in.readNBytes(chunk.bytes, 0, CHUNK_BYTES);
        } catch (IOException | RuntimeException | Error e) {
          chunk.failure = e;
        }
        full.put(chunk);
      } while (chunk.length > 0);
    } catch (InterruptedException e) {
      // Closed early: nobody waits for the rest.
    }
  }

  private static void throwAgain(Throwable failure) throws IOException {
    if (failure instanceof IOException) {
      throw new IOException(failure.getMessage(), failure);
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    throw (Error) failure;
  }
}
