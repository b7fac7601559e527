package org.spillway.transforms.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.spillway.schemas.Batch;

/**
 * Puts the first rows of a text entry into batches, of at most {@value #MAX_BATCH_BYTES} bytes of
 * text unless a single row has more.
 */
final class RowBatches<T> {
  private static final int MAX_BATCH_BYTES = 4 << 20;

  private final long maxRows;
  private final boolean isCutAtGaps;
  private final Consumer<Batch<T>> batches;
  private final List<T> rows = new ArrayList<>();
  private long position;
  private long batchBytes;
  private long allBytes;

  /**
   * Begins with no rows.
   *
   * @param maxRows how many data rows are wanted
   */
  RowBatches(long maxRows, Consumer<Batch<T>> batches) {
    this(maxRows, false, batches);
  }

  /**
   * Begins with no rows.
   *
   * @param maxRows how many data rows are wanted
   * @param isCutAtGaps whether a row that is left out ends a batch, so that from a batch's position
   *     the numbers of all its rows are known
   */
  RowBatches(long maxRows, boolean isCutAtGaps, Consumer<Batch<T>> batches) {
    this.maxRows = maxRows;
    this.isCutAtGaps = isCutAtGaps;
    this.batches = batches;
  }

  /** Whether a row, by its number among the data rows, is one of the first. */
  boolean wants(long row) {
    return row < maxRows;
  }

  /** The bytes of text of all rows that were added. */
  long bytes() {
    return allBytes;
  }

  /**
   * Adds a row that is wanted.
   *
   * @param row its number among the data rows
   * @param bytes of the row's text
   */
  void add(long row, T value, int bytes) {
    boolean isGap = isCutAtGaps && row != position + rows.size();
    if (isGap || rows.size() == Batch.MAX_ROWS || batchBytes + bytes > MAX_BATCH_BYTES) {
      finish();
    }
    if (rows.isEmpty()) {
      position = row;
    }
    rows.add(value);
    batchBytes += bytes;
    allBytes += bytes;
  }

  /** Hands on the last batch, if it has rows. */
  void finish() {
    if (!rows.isEmpty()) {
      batches.accept(new Batch<>(position, rows));
      rows.clear();
      batchBytes = 0;
    }
  }
}
