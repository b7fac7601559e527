package org.spillway.transforms.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RejectedRow;

/**
 * A read of ratings that has begun before its step runs, on a thread of its own, so that a launcher
 * in the same process can describe the pipeline meanwhile. The step takes it over if it is to read
 * just the same; then what was read comes first, and the rest as it is read. A step of anything
 * else, or in another process, reads by itself.
 *
 * <p>What is read waits in a queue of {@value #MOST_WAITING} batches or rejected rows; the thread
 * waits while it is full. There is one such read in a process at a time.
 */
public final class EarlyRead implements Closeable {
  private static final int MOST_WAITING = 64;
  private static final AtomicReference<EarlyRead> BEGUN = new AtomicReference<>();

  private final RatingsRead read;
  private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;

  /** What the thread hands on. */
  private sealed interface Item {}

  private record Ratings(RatingBatch batch) implements Item {}

  private record Rejected(RejectedRow row) implements Item {}

  private record Read(RatingsRead.Outcome outcome) implements Item {}

  private record Failed(Throwable cause) implements Item {}

  /** Ends the thread when nobody will take what it reads. */
  private static final class NotWantedException extends RuntimeException {
    NotWantedException(InterruptedException cause) {
      super("the early read was closed", cause);
    }
  }

  private EarlyRead(RatingsRead read) {
    this.read = read;
    thread = new Thread(this::readAll, "early-read");
    thread.setDaemon(true);
  }

  static EarlyRead begin(RatingsRead read) {
    EarlyRead early = new EarlyRead(read);
    EarlyRead forgotten = BEGUN.getAndSet(early);
    if (forgotten != null) {
      forgotten.close();
    }
    early.thread.start();
    return early;
  }

  /** Reads, or takes over the read of just the same that has begun in this process. */
  static RatingsRead.Outcome takeOver(
      RatingsRead read, Consumer<RatingBatch> batches, Consumer<RejectedRow> rejected)
      throws IOException {
    EarlyRead early = BEGUN.get();
    return early != null && early.read.equals(read) && BEGUN.compareAndSet(early, null)
        ? early.handOn(batches, rejected)
        : read.read(batches, rejected);
  }

  /** Stops reading unless a step has taken over and is done. */
  @Override
  public void close() {
    BEGUN.compareAndSet(this, null);
    thread.interrupt();
    boolean isInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void readAll() {
    try {
      put(
          new Read(
              read.read(
                  batch -> put(new Ratings(batch)), rejected -> put(new Rejected(rejected)))));
    } catch (NotWantedException e) {
      // Closed early: nobody waits for the rest.
    } catch (IOException | RuntimeException | Error e) {
      putFailure(e);
    }
  }

  private void putFailure(Throwable cause) {
    try {
      put(new Failed(cause));
    } catch (NotWantedException e) {
      // Nor for a failure.
    }
  }

  private void put(Item item) {
    try {
      items.put(item);
    } catch (InterruptedException e) {
      throw new NotWantedException(e);
    }
  }

  private RatingsRead.Outcome handOn(Consumer<RatingBatch> batches, Consumer<RejectedRow> rejected)
      throws IOException {
    try (this) {
      while (true) {
        Item item = items.take();
        if (item instanceof Ratings ratings) {
          batches.accept(ratings.batch());
        } else if (item instanceof Rejected refused) {
          rejected.accept(refused.row());
        } else if (item instanceof Failed failed) {
          Failures.throwAgain(failed.cause());
        } else {
          return ((Read) item).outcome();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    }
  }
}
