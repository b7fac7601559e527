package org.spillway.pipelines.cli;

import java.io.Closeable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.spillway.transforms.read.ReadProgress;

/**
 * Says how far a run in this process is: on a terminal in a line that is written over, elsewhere in
 * a line every ten seconds.
 */
final class ProgressLine implements Closeable {
  private static final double MEGABYTE = 1e6;
  private static final long TERMINAL_MILLIS = 250;
  private static final long OTHER_MILLIS = 10_000;

  private final PrintWriter err;
  private final boolean isTerminal;
  private final long started = System.nanoTime();
  private final ScheduledExecutorService clock;
  private final Future<?> ticks;
  private int written;
  private boolean isClosed;

  private ProgressLine(PrintWriter err, boolean isTerminal, boolean isQuiet) {
    this.err = err;
    this.isTerminal = isTerminal;
    clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
    long millis = isTerminal ? TERMINAL_MILLIS : OTHER_MILLIS;
    ticks =
        isQuiet
            ? CompletableFuture.completedFuture(null)
            : clock.scheduleAtFixedRate(this::say, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Begins to say how far the run is, until it is closed. */
  static ProgressLine start(PrintWriter err, boolean isTerminal) {
    return new ProgressLine(err, isTerminal, false);
  }

  /** Says nothing. */
  static ProgressLine none(PrintWriter err) {
    return new ProgressLine(err, false, true);
  }

  /** The line for what has been read in so many seconds. */
  static String text(List<ReadProgress> reads, double seconds) {
    return reads.stream()
        .filter(read -> !read.isDone())
        .max((a, b) -> Long.compare(a.totalBytes(), b.totalBytes()))
        .map(ProgressLine::reading)
        .orElseGet(
            () ->
                String.format(
                    Locale.ROOT,
                    "%s, %.0f s",
                    reads.isEmpty() ? "starting" : "computing and writing",
                    seconds));
  }

  private static String reading(ReadProgress read) {
    double megabytes = read.bytes() / MEGABYTE;
    double total = read.totalBytes() / MEGABYTE;
    double rate = megabytes / read.seconds();
    String rows = read.rows() > 0 ? String.format(Locale.ROOT, "%,d rows, ", read.rows()) : "";
    String left =
        rate > 0 ? String.format(Locale.ROOT, ", %.0f s left", (total - megabytes) / rate) : "";
    return String.format(
        Locale.ROOT,
        "reading %s: %s%,.0f of %,.0f MB (%.0f %%), %.0f MB/s%s",
        TerminalText.of(read.entry()),
        rows,
        megabytes,
        total,
        100 * megabytes / total,
        rate,
        left);
  }

  private synchronized void say() {
    if (isClosed) {
      return;
    }
    String text = text(ReadProgress.all(), (System.nanoTime() - started) / 1e9);
    if (isTerminal) {
      err.print("\r" + text + " ".repeat(Math.max(0, written - text.length())));
      written = text.length();
    } else {
      err.println(text);
    }
    err.flush();
  }

  /** Wipes the line on a terminal. */
  @Override
  public void close() {
    ticks.cancel(false);
    clock.shutdown();
    synchronized (this) {
      isClosed = true;
      if (written > 0) {
        err.print("\r" + " ".repeat(written) + "\r");
        err.flush();
      }
    }
  }
}
