package org.spillway.transforms.read;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * How far the reads of this process have come. A runner tells of an entry only once all of it has
 * been read, so a launcher that runs in the same process looks here; elsewhere there is nothing to
 * see. Written once a chunk, so it costs a read nothing.
 */
public final class ReadProgress {
  private static final Map<String, ReadProgress> BY_ENTRY = new ConcurrentSkipListMap<>();

  private final String entry;
  private final long totalBytes;
  private final long begunAt = System.nanoTime();
  private volatile long bytes;
  private volatile long rows;
  private volatile boolean isDone;
  private volatile boolean isOver;

  private ReadProgress(String entry, long totalBytes) {
    this.entry = entry;
    this.totalBytes = totalBytes;
  }

  /** Begins to tell of an entry; an earlier read of it is forgotten. */
  static ReadProgress begin(Place place, long totalBytes) {
    ReadProgress progress = new ReadProgress(String.valueOf(place.entry()), totalBytes);
    BY_ENTRY.put(place.toString(), progress);
    return progress;
  }

  /** The entries whose reading has begun in this process, by archive and name. */
  public static List<ReadProgress> all() {
    return List.copyOf(BY_ENTRY.values());
  }

  /** Whether an entry is being read in this process at the moment. */
  public static boolean isAnyUnderWay() {
    return BY_ENTRY.values().stream().anyMatch(progress -> !progress.isOver);
  }

  /** Forgets all reads, as before a run. */
  public static void clear() {
    BY_ENTRY.clear();
  }

  /** The entry's full name, such as {@code ml-32m/ratings.csv}. */
  public String entry() {
    return entry;
  }

  /** The inflated bytes that have been parsed. */
  public long bytes() {
    return bytes;
  }

  /** The entry's inflated size. */
  public long totalBytes() {
    return totalBytes;
  }

  /** The data rows parsed so far; only ratings are counted while they are read. */
  public long rows() {
    return rows;
  }

  /** The seconds since the read began. */
  public double seconds() {
    return (System.nanoTime() - begunAt) / 1e9;
  }

  /** Whether the entry has been read to its end. */
  public boolean isDone() {
    return isDone;
  }

  void parsed(long bytesSoFar) {
    bytes = bytesSoFar;
  }

  void reached(long row) {
    rows = row;
  }

  void done() {
    isDone = true;
  }

  /** The read has ended, be it well or not. */
  void over() {
    isOver = true;
  }
}
