package org.spillway.transforms.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, a few chunks ahead of whoever parses them, so that an
 * entry is inflated and parsed side by side. If an MD5 is to be checked, which takes half as long
 * as inflating, a further thread does that in between. Chunks are used again: memory is {@value
 * #CHUNKS} times {@value #CHUNK_BYTES} bytes.
 *
 * <p>What the stream or the check throws is thrown to the parser, behind the chunks before it.
 * Closing stops the threads and waits for them, however far they are.
 */
final class ReadAhead implements Chunks, Closeable {
  static final int CHUNK_BYTES = 256 << 10;

  /** Some milliseconds of work, for when there are more threads than cores to take turns on. */
  private static final int CHUNKS = 16;

  private final InputStream in;
  private final BlockingQueue<Chunk> empty = new ArrayBlockingQueue<>(CHUNKS);
  private final BlockingQueue<Chunk> unchecked = new ArrayBlockingQueue<>(CHUNKS);
  private final BlockingQueue<Chunk> ready;
  private final List<Thread> threads = new ArrayList<>();
  private @Nullable Chunk current;

  /** A length of 0 is the end, or the failure that ended it. */
  private static final class Chunk {
    final byte[] bytes = new byte[CHUNK_BYTES];
    int length;
    @Nullable Throwable failure;

    void fail(Throwable cause) {
      failure = cause;
      length = 0;
    }
  }

  /** A thread's work, which ends early when the thread is interrupted. */
  private interface Work {
    void run() throws InterruptedException;
  }

  private ReadAhead(InputStream in, @Nullable Md5Check md5) {
    this.in = in;
    ready = md5 == null ? unchecked : new ArrayBlockingQueue<>(CHUNKS);
    for (int i = 0; i < CHUNKS; i++) {
      empty.add(new Chunk());
    }
  }

  /** Begins to read. The stream remains the caller's to close, after the result. */
  static ReadAhead of(InputStream in, @Nullable Md5Check md5) {
    ReadAhead ahead = new ReadAhead(in, md5);
    ahead.start("read-ahead", ahead::readAll);
    if (md5 != null) {
      ahead.start("read-ahead-md5", () -> ahead.checkAll(md5));
    }
    return ahead;
  }

  @Override
  public boolean next() throws IOException {
    try {
      if (current != null) {
        if (current.length == 0) {
          return false;
        }
        empty.put(current);
      }
      current = ready.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    }
    if (current.failure != null) {
      Failures.throwAgain(current.failure);
    }
    return current.length > 0;
  }

  @Override
  public byte[] bytes() {
    return current.bytes;
  }

  @Override
  public int length() {
    return current.length;
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    boolean isInterrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (InterruptedException e) {
                // Closed early: nobody waits for the rest.
              }
            },
            name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void readAll() throws InterruptedException {
    Chunk chunk;
    do {
      chunk = empty.take();
      try {
        chunk.length = in.readNBytes(chunk.bytes, 0, CHUNK_BYTES);
      } catch (IOException | RuntimeException | Error e) {
        chunk.fail(e);
      }
      unchecked.put(chunk);
    } while (chunk.length > 0);
  }

  private void checkAll(Md5Check check) throws InterruptedException {
    Chunk chunk;
    do {
      chunk = unchecked.take();
      if (chunk.length > 0) {
        check.update(chunk.bytes, chunk.length);
      } else if (chunk.failure == null) {
        try {
          check.finish();
        } catch (RuntimeException e) {
          chunk.fail(e);
        }
      }
      ready.put(chunk);
    } while (chunk.length > 0);
  }
}
