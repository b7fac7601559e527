package org.spillway.transforms.read;

import org.spillway.schemas.Timestamps;

/**
 * A row's cells by the index of the wanted column, as values that have been checked. Used again for
 * row after row.
 */
final class RowCells {
  /** What is larger than any time in seconds, but not than this, may be one in milliseconds. */
  private static final long MAX_MILLISECONDS = Timestamps.MAX * 1000 + 999;

  private final Header header;
  private final CsvCells cells;

  /** Those of the row that these cells are at the moment. */
  RowCells(Header header, CsvCells cells) {
    this.header = header;
    this.cells = cells;
  }

  /** Throws if the row has another number of cells than the header. */
  void checkCount() throws RowRejectedException {
    if (!hasAllCells()) {
      throw new RowRejectedException(
          RowFault.CELL_COUNT, "", "expected " + header.cells() + " cells, found " + cells.count());
    }
  }

  /** Whether the row has as many cells as the header. */
  boolean hasAllCells() {
    return cells.count() == header.cells();
  }

  String text(int column) {
    return cells.text(header.place(column));
  }

  /** The same, of texts that are alike in many rows. */
  String text(int column, SharedTexts texts) {
    int cell = header.place(column);
    return texts.of(cells.bytes(), cells.start(cell), cells.end(cell));
  }

  /** The number of bytes of a cell, without the quotes around it. */
  int length(int column) {
    int cell = header.place(column);
    return cells.end(cell) - cells.start(cell);
  }

  /** Throws if a cell has more bytes than any honest text of its kind. */
  void checkLength(int column, int maxBytes) throws RowRejectedException {
    if (length(column) > maxBytes) {
      throw new RowRejectedException(
          RowFault.TEXT_TOO_LONG,
          header.name(column),
          "expected at most " + maxBytes + " bytes, found " + length(column));
    }
  }

  int id(int column) throws RowRejectedException {
    int cell = header.place(column);
    int id = Digits.id(cells.bytes(), cells.start(cell), cells.end(cell));
    if (id < 0) {
      throw invalidNumber(
          RowFault.INVALID_ID, column, "a whole number from 1 to " + Integer.MAX_VALUE);
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
    int cell = header.place(column);
    long seconds = Digits.number(cells.bytes(), cells.start(cell), cells.end(cell));
    if (seconds < 0 || seconds > Timestamps.MAX) {
      throw invalidNumber(
          seconds > 0 && seconds <= MAX_MILLISECONDS
              ? RowFault.TIMESTAMP_IN_MILLISECONDS
              : RowFault.INVALID_TIMESTAMP,
          column,
          "whole seconds from 0 to " + Timestamps.MAX);
    }
    return seconds;
  }

  /** What is wrong with a number; one that goes on over lines has quotes that stray. */
  private RowRejectedException invalidNumber(RowFault fault, int column, String expected) {
    return invalid(text(column).indexOf('\n') < 0 ? fault : RowFault.QUOTING, column, expected);
  }

  RowRejectedException invalid(RowFault fault, int column, String expected) {
    return new RowRejectedException(
        fault,
        header.name(column),
        "expected " + expected + ", found " + Excerpt.quoted(text(column)));
  }
}
