package org.spillway.transforms.read;

import java.io.IOException;
import java.util.List;

/**
 * Reads an entry of quoted text (movies, tags, links) row by row. Each row is taken or rejected;
 * empty lines at the end are no rows.
 *
 * <p>Of a row with quoted line breaks that is not what RFC 4180 and the header ask for, or too
 * long, only the first line is rejected: its quote may stray, and then the lines after it are rows.
 * They are read anew, each rejected by itself if it is none. A row that only has a value that is
 * wrong is rejected as a whole: what is quoted in it is not taken for rows.
 */
final class TextRows {

  /** Takes a row, or refuses it. */
  interface RowConsumer {
    /**
     * Takes a row.
     *
     * @param row the number among the data rows, rejected ones too, from 0
     * @param cells the row's; they are the next one's afterwards
     */
    void accept(long row, RowCells cells) throws RowRejectedException;
  }

  private final List<String> columns;
  private final RowConsumer consumer;
  private final EntryAccount account;
  private long row;
  private long emptyLines;
  private long firstEmptyLine;

  TextRows(List<String> columns, RowConsumer consumer, EntryAccount account) {
    this.columns = columns;
    this.consumer = consumer;
    this.account = account;
  }

  /** Reads the entry to its end. */
  void read(Chunks in) throws IOException {
    CsvRecords records = new CsvRecords(in, account);
    Header header = readHeader(records);
    header.report(account);
    RowCells cells = new RowCells(header, records.cells());
    while (records.next()) {
      if (records.isEmpty()) {
        firstEmptyLine = emptyLines == 0 ? records.line() : firstEmptyLine;
        emptyLines++;
      } else {
        rejectEmptyLines(header);
        readRow(records, cells);
      }
    }
    records.report();
    account.read(row);
  }

  private Header readHeader(CsvRecords records) throws IOException {
    if (!records.next()) {
      throw Header.noData(account.place(), "a header", "an empty file");
    }
    if (records.isTooLong()) {
      throw Header.tooLong(
          account.place(), columns, records.bytes(), records.start(), records.end());
    }
    if (records.lastLine() > records.line()) {
      throw Header.unclosed(account.place(), columns);
    }
    return Header.read(account.place(), columns, records.bytes(), records.start(), records.end());
  }

  private void readRow(CsvRecords records, RowCells cells) {
    try {
      if (records.isWrong()) {
        throw fault(records);
      }
      records.split();
      cells.checkCount();
      consumer.accept(row, cells);
      account.accept(1);
    } catch (RowRejectedException e) {
      boolean isOfExtent = e.fault().isOfExtent() || !cells.hasAllCells();
      if (isOfExtent) {
        records.cutToFirstLine();
      }
      account.reject(
          e.fault(),
          records.line(),
          e.column(),
          isOfExtent ? e.getMessage() + extent(records) : e.getMessage(),
          Excerpt.row(records.bytes(), records.start(), records.end()));
    }
    row++;
  }

  private static RowRejectedException fault(CsvRecords records) {
    if (records.isTooLong()) {
      return new RowRejectedException(
          RowFault.TOO_LONG, "", "expected at most " + CsvRecords.MAX_BYTES + " bytes, found more");
    }
    if (records.hasStrayQuote()) {
      return new RowRejectedException(
          RowFault.QUOTING, "", "expected quotes around the whole cell, found one within it");
    }
    if (records.hasTextBehindQuote()) {
      return new RowRejectedException(
          RowFault.QUOTING,
          "",
          "expected a comma or a line end behind a closing quote, found text");
    }
    return new RowRejectedException(
        RowFault.QUOTING, "", "expected quotes around a carriage return, found none");
  }

  private static String extent(CsvRecords records) {
    return records.lastLine() == records.line()
        ? ""
        : " (its quotes lead on to line "
            + records.lastLine()
            + "; the lines after this one are read anew)";
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
