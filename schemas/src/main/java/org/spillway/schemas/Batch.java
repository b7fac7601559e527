package org.spillway.schemas;

import java.util.List;

/**
 * Consecutive rows of a small text entry (tags, links), in the order of the file.
 *
 * @param <T> the type of a row: an immutable value
 * @param position the number of the first row among the data rows of the file, from 0; batches in
 *     ascending position are in the order of the file; in a whole that several files make, the
 *     positions of each file come after those of the file before it, with gaps
 * @param rows the rows
 */
public record Batch<T>(long position, List<T> rows) {

  /** How many rows a reader puts into a batch at the most. */
  public static final int MAX_ROWS = 65_536;

  /** Copies the list. */
  public Batch {
    rows = List.copyOf(rows);
  }
}
