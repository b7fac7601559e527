package org.spillway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches how much resident memory a process and its descendants need: the largest {@code VmHWM} of
 * any one of them. The kernel keeps that mark, so only what is added in the last moments of a
 * process is missed.
 */
final class PeakMemory implements AutoCloseable {
  private static final int INTERVAL_MILLIS = 20;

  /** Listing processes reads all of /proc, so after the first second it is done now and then. */
  private static final int EARLY_LOOKS = 50;

  private static final int LOOKS_PER_LISTING = 10;

  private static final String MARK = "VmHWM:";

  private final ProcessHandle process;
  private final @Nullable Thread watcher;
  private volatile long peak;
  private volatile boolean isClosed;

  private PeakMemory(ProcessHandle process, boolean isMeasurable) {
    this.process = process;
    watcher = isMeasurable ? new Thread(this::look, "peak-memory") : null;
  }

  /**
   * Begins to watch a process.
   *
   * @param isMeasurable whether there is a {@code /proc}; without it nothing is measured
   */
  static PeakMemory watch(ProcessHandle process, boolean isMeasurable) {
    PeakMemory memory = new PeakMemory(process, isMeasurable);
    if (memory.watcher != null) {
      memory.watcher.setDaemon(true);
      memory.watcher.start();
    }
    return memory;
  }

  /** The peak so far, or null if none was seen. */
  @Nullable Long peakBytes() {
    return peak == 0 ? null : (Long) peak;
  }

  private void look() {
    List<Path> statuses = List.of();
    for (int looks = 0; !isClosed; looks++) {
      if (looks < EARLY_LOOKS || looks % LOOKS_PER_LISTING == 0) {
        statuses = statuses();
      }
      for (Path status : statuses) {
        peak = Math.max(peak, highWaterMark(status));
      }
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private List<Path> statuses() {
    List<Path> files = new ArrayList<>();
    files.add(status(process.pid()));
    process.descendants().forEach(child -> files.add(status(child.pid())));
    return files;
  }

  private static Path status(long pid) {
    return Path.of("/proc", Long.toString(pid), "status");
  }

  /** In bytes; 0 of a process that has ended. */
  private static long highWaterMark(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith(MARK)) {
          return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return 0;
  }

  @Override
  public void close() {
    isClosed = true;
    if (watcher != null) {
      watcher.interrupt();
    }
  }
}
