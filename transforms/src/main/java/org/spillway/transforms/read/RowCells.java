package org.spillway.transforms.read;

import java.util.List;
import org.spillway.schemas.Timestamps;

/** A row's cells by the index of the wanted column, as values that have been checked. */
final class RowCells {
  /** What is larger than any time in seconds, but not than this, may be one in milliseconds. */
  private static final long MAX_MILLISECONDS = Timestamps.MAX * 1000 + 999;

  private final Header header;
  private final List<String> cells;

  /**
   * A row.
   *
   * @throws RowRejectedException unless it has as many cells as the header
   */
  RowCells(Header header, List<String> cells) throws RowRejectedException {
    if (cells.size() != header.cells()) {
      throw new RowRejectedException(
          RowFault.CELL_COUNT, "", "expected " + header.cells() + " cells, found " + cells.size());
    }
    this.header = header;
    this.cells = cells;
  }

  String text(int column) {
    return cells.get(header.place(column));
  }

  int id(int column) throws RowRejectedException {
    int id = Digits.id(text(column));
    if (id < 0) {
      throw invalid(RowFault.INVALID_ID, column, "a whole number from 1 to " + Integer.MAX_VALUE);
    }
    return id;
  }

  int halfStars(int column) throws RowRejectedException {
    int halfStars = RatingScale.parse(text(column));
    if (halfStars < 0) {
      throw invalid(RowFault.INVALID_RATING, column, "one of 0.5, 1.0, … 5.0");
    }
    return halfStars;
  }

  long timestamp(int column) throws RowRejectedException {
    long seconds = Digits.number(text(column));
    if (seconds < 0 || seconds > Timestamps.MAX) {
      throw invalid(
          seconds > 0 && seconds <= MAX_MILLISECONDS
              ? RowFault.TIMESTAMP_IN_MILLISECONDS
              : RowFault.INVALID_TIMESTAMP,
          column,
          "whole seconds from 0 to " + Timestamps.MAX);
    }
    return seconds;
  }

  RowRejectedException invalid(RowFault fault, int column, String expected) {
    return new RowRejectedException(
        fault,
        header.name(column),
        "expected " + expected + ", found " + Excerpt.quoted(text(column)));
  }
}
