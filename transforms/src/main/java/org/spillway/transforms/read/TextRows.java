package org.spillway.transforms.read;

import java.io.IOException;
import java.util.List;

/**
 * Reads an entry of quoted text (movies, tags, links) row by row. Each row becomes a value or is
 * rejected; empty lines at the end are no rows.
 */
final class TextRows<T> {

  /** Makes a row's cells a value. */
  interface RowMapper<T> {
    T map(RowCells cells) throws RowRejectedException;
  }

  /** Takes the values; {@code row} is the number among the data rows, rejected ones too, from 0. */
  interface RowConsumer<T> {
    void accept(long row, T value);
  }

  private final List<String> columns;
  private final RowMapper<T> mapper;
  private final RowConsumer<T> consumer;
  private final EntryAccount account;
  private long row;
  private long emptyLines;
  private long firstEmptyLine;

  TextRows(
      List<String> columns, RowMapper<T> mapper, RowConsumer<T> consumer, EntryAccount account) {
    this.columns = columns;
    this.mapper = mapper;
    this.consumer = consumer;
    this.account = account;
  }

  /** Reads the entry to its end. */
  void read(Chunks in) throws IOException {
    CsvRecords records = new CsvRecords(in, account);
    Header header = readHeader(records);
    header.report(account);
    while (records.next()) {
      if (records.isEmpty()) {
        firstEmptyLine = emptyLines == 0 ? records.line() : firstEmptyLine;
        emptyLines++;
      } else {
        rejectEmptyLines(header);
        readRow(header, records);
      }
    }
    records.report();
  }

  private Header readHeader(CsvRecords records) throws IOException {
    if (!records.next()) {
      throw Header.noData(account.place(), "a header", "an empty file");
    }
    if (records.isTooLong()) {
      throw Header.tooLong(account.place(), columns);
    }
    return Header.read(account.place(), columns, records.bytes(), records.start(), records.end());
  }

  private void readRow(Header header, CsvRecords records) {
    try {
      T value = mapper.map(new RowCells(header, cells(records)));
      account.accept(1);
      consumer.accept(row, value);
    } catch (RowRejectedException e) {
      account.reject(
          e.fault(),
          records.line(),
          e.column(),
          e.getMessage(),
          Excerpt.row(records.bytes(), records.start(), records.end()));
    }
    row++;
  }

  private static List<String> cells(CsvRecords records) throws RowRejectedException {
    if (records.isTooLong()) {
      throw new RowRejectedException(
          RowFault.TOO_LONG, "", "expected at most " + CsvRecords.MAX_BYTES + " bytes, found more");
    }
    if (records.hasStrayQuote()) {
      throw new RowRejectedException(
          RowFault.QUOTING, "", "expected quotes around the whole cell, found one within it");
    }
    if (records.hasStrayReturn()) {
      throw new RowRejectedException(
          RowFault.QUOTING, "", "expected quotes around a carriage return, found none");
    }
    return CsvCells.of(records.bytes(), records.start(), records.end());
  }

  private void rejectEmptyLines(Header header) {
    for (; emptyLines > 0; emptyLines--) {
      account.reject(
          RowFault.CELL_COUNT,
          firstEmptyLine++,
          "",
          "expected " + header.cells() + " cells, found an empty line",
          "");
      row++;
    }
  }
}
