package org.spillway.data.generate;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip that is deflated on a thread of its own while the caller makes the next bytes.
 *
 * <p>A few buffers go round: the caller fills one and {@linkplain #exchange exchanges} it for
 * another, waiting if all are queued, so memory is bounded however much is written. The first fault
 * on the other thread is thrown to the caller at its next exchange, or from {@link #close}.
 *
 * <p>Entries have one fixed time stamp, and nothing but the content enters the zip. Its bytes are
 * the same wherever the JDK's zlib is.
 */
final class ZipPipe implements Closeable {
  private static final int BUFFERS = 4;
  private static final int BUFFER_BYTES = 1 << 18;
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BUFFERS);
  private final ExecutorService deflater =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "deflate");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable Throwable fault;

  ZipPipe(OutputStream out, int level) {
    zip = new ZipOutputStream(out);
    zip.setLevel(level);
    for (int i = 0; i < BUFFERS; i++) {
      free.add(new byte[BUFFER_BYTES]);
    }
  }

  /** Adds an empty entry whose name ends with a slash. */
  void directory(String name) {
    deflater.execute(
        () ->
            attempt(
                () -> {
                  ZipEntry folder = entry(name);
                  folder.setMethod(ZipEntry.STORED);
                  folder.setSize(0);
                  folder.setCrc(0);
                  zip.putNextEntry(folder);
                  zip.closeEntry();
                }));
  }

  /** Starts an entry; it must be closed before the next is opened. */
  EntryWriter open(String folder, String name) throws IOException {
    byte[] buffer = take();
    deflater.execute(() -> attempt(() -> zip.putNextEntry(entry(folder + name))));
    return new EntryWriter(name, this, buffer);
  }

  /** Queues the first {@code length} bytes of {@code full} and returns a buffer to go on with. */
  byte[] exchange(byte[] full, int length) throws IOException {
    deflater.execute(
        () -> {
          attempt(() -> zip.write(full, 0, length));
          free.add(full);
        });
    return take();
  }

  /** Ends the entry and takes its last buffer back. */
  void closeEntry(byte[] buffer) {
    free.add(buffer);
    deflater.execute(() -> attempt(zip::closeEntry));
  }

  /** Ends the zip and waits until all of it is written; the stream below stays open. */
  @Override
  public void close() throws IOException {
    deflater.execute(() -> attempt(zip::finish));
    deflater.shutdown();
    try {
      while (!deflater.awaitTermination(1, TimeUnit.MINUTES)) {
        // A slow disk is no fault.
      }
    } catch (InterruptedException e) {
      deflater.shutdownNow();
      throw interrupted(e);
    }
    check();
  }

  private byte[] take() throws IOException {
    try {
      byte[] buffer = free.take();
      check();
      return buffer;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Runs a step on the deflating thread, unless an earlier one has failed. */
  private void attempt(Step step) {
    if (fault != null) {
      return;
    }
    try {
      step.run();
    } catch (IOException | RuntimeException | Error e) {
      fault = e;
    }
  }

  private void check() throws IOException {
    Throwable found = fault;
    if (found != null) {
      throw new IOException("the archive cannot be written: " + found.getMessage(), found);
    }
  }

  private static InterruptedIOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException e = new InterruptedIOException("interrupted while writing an archive");
    e.initCause(cause);
    return e;
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    return entry;
  }

  private interface Step {
    void run() throws IOException;
  }
}
