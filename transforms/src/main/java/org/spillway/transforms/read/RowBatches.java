package org.spillway.transforms.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.spillway.schemas.Batch;

/** Puts the first rows of a text entry into batches. */
final class RowBatches<T> {
  private final long maxRows;
  private final Consumer<Batch<T>> batches;
  private final List<T> rows = new ArrayList<>();
  private long position;

  /**
   * Begins with no rows.
   *
   * @param maxRows how many data rows are wanted
   */
  RowBatches(long maxRows, Consumer<Batch<T>> batches) {
    this.maxRows = maxRows;
    this.batches = batches;
  }

  /** Whether a row, by its number among the data rows, is one of the first. */
  boolean wants(long row) {
    return row < maxRows;
  }

  /** Adds a row that is wanted. */
  void add(long row, T value) {
    if (rows.isEmpty()) {
      position = row;
    }
    rows.add(value);
    if (rows.size() == Batch.MAX_ROWS) {
      finish();
    }
  }

  /** Hands on the last batch, if it has rows. */
  void finish() {
    if (!rows.isEmpty()) {
      batches.accept(new Batch<>(position, rows));
      rows.clear();
    }
  }
}
