package org.spillway.transforms.read;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.Timestamps;

/**
 * Parses an entry of ratings from its bytes. A usual row (four columns in MovieLens' order, plain
 * numbers) is read in one pass over its bytes without an object being made; whatever is not usual
 * is looked at again by {@link RatingLine}, which accepts it or says why not.
 */
final class RatingsParser {

  /** The shortest row that can be accepted: {@code 1,1,1,0} and a line feed. */
  static final int LEAST_ROW_BYTES = 8;

  private static final int MAX_ID_DIGITS = 10;
  private static final int MAX_TIMESTAMP_DIGITS = 10;
  private static final byte[] LINE_FEED = {'\n'};

  private final EntryAccount account;
  private final RatingRows rows;

  /** The beginning of a line whose end is in a later chunk. */
  private byte[] carried = new byte[256];

  private int carriedLength;
  private boolean carriedTooLong;
  private byte lastCarried;

  private @Nullable Header header;
  private boolean isUsual;
  private long row;
  private long emptyLines;
  private long crlf;
  private long lines;

  RatingsParser(EntryAccount account, RatingRows rows) {
    this.account = account;
    this.rows = rows;
  }

  /**
   * Reads the entry to its end.
   *
   * @throws BadInputException if it has no rows, or its header is not that of ratings
   */
  void parse(Chunks in) throws IOException {
    while (in.next()) {
      parseChunk(in.bytes(), in.length());
      account.progress().reached(row);
    }
    long lineEnds = lines;
    long lineEndsInCrlf = crlf;
    if (carriedLength > 0) {
      parseCarried(LINE_FEED, 1);
    }
    if (header == null || row == 0) {
      throw Header.noData(
          account.place(), "rows of ratings", header == null ? "an empty file" : "only a header");
    }
    rows.finish(account);
    account.read(row);
    account.add(EntryFigures.LINES_ENDING_IN_CRLF, lineEndsInCrlf);
    account.add(EntryFigures.LINES_ENDING_IN_LF, lineEnds - lineEndsInCrlf);
  }

  private void parseChunk(byte[] bytes, int length) {
    int start = 0;
    if (carriedLength > 0) {
      int end = indexOfLineFeed(bytes, 0, length);
      if (end < 0) {
        carry(bytes, 0, length);
        return;
      }
      parseCarried(bytes, end + 1);
      start = end + 1;
    }
    int end = length;
    while (end > start && bytes[end - 1] != '\n') {
      end--;
    }
    parseLines(bytes, start, end);
    carry(bytes, end, length);
  }

  /** Parses the line that is carried, once its end has been appended. */
  private void parseCarried(byte[] bytes, int end) {
    byte beforeLineFeed = end > 1 ? bytes[end - 2] : lastCarried;
    carry(bytes, 0, end);
    if (carriedTooLong) {
      rejectTooLong(carried, 0, carriedLength);
      lines++;
      crlf += beforeLineFeed == '\r' ? 1 : 0;
    } else {
      parseLines(carried, 0, carriedLength);
    }
    carriedLength = 0;
    carriedTooLong = false;
  }

  private void carry(byte[] bytes, int start, int end) {
    int room = CsvRecords.MAX_BYTES + 2 - carriedLength;
    int length = Math.min(end - start, room);
    carriedTooLong |= length < end - start;
    if (carriedLength + length > carried.length) {
      carried = Arrays.copyOf(carried, Math.max(2 * carried.length, carriedLength + length));
    }
    System.arraycopy(bytes, start, carried, carriedLength, length);
    carriedLength += length;
    lastCarried = end > start ? bytes[end - 1] : lastCarried;
  }

  /** Parses whole lines: the last byte is a line feed, so no loop over a cell runs past it. */
  private void parseLines(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end) {
      int next = isUsual ? parseUsualRow(bytes, at) : -1;
      if (next < 0) {
        next = at + indexOfLineFeed(bytes, at, end) + 1;
        parseUnusualLine(bytes, at, next - 1);
      }
      lines++;
      at = next;
    }
  }

  /** Returns where the next line begins; or -1, having done nothing, if the row is not usual. */
  private int parseUsualRow(byte[] b, int start) {
    int at = start;
    int digit;
    long user = 0;
    while ((digit = b[at] - '0') >= 0 && digit <= 9) {
      user = 10 * user + digit;
      at++;
    }
    if (at - start > MAX_ID_DIGITS || user < 1 || user > Integer.MAX_VALUE || b[at] != ',') {
      return -1;
    }
    int movieStart = ++at;
    long movie = 0;
    while ((digit = b[at] - '0') >= 0 && digit <= 9) {
      movie = 10 * movie + digit;
      at++;
    }
    if (at - movieStart > MAX_ID_DIGITS
        || movie < 1
        || movie > Integer.MAX_VALUE
        || b[at] != ','
        || b[at + 1] == '\n'
        || b[at + 2] != '.') {
      return -1;
    }
    int decimal = b[at + 3] - '0';
    int halfStars = 2 * (b[at + 1] - '0') + (decimal == 5 ? 1 : 0);
    if ((decimal != 0 && decimal != 5)
        || halfStars < HalfStars.MIN
        || halfStars > HalfStars.MAX
        || b[at + 4] != ',') {
      return -1;
    }
    at += 5;
    int timeStart = at;
    long time = 0;
    while ((digit = b[at] - '0') >= 0 && digit <= 9) {
      time = 10 * time + digit;
      at++;
    }
    int digits = at - timeStart;
    if (digits == 0 || digits > MAX_TIMESTAMP_DIGITS || time > Timestamps.MAX) {
      return -1;
    }
    int isCrlf = b[at] == '\r' ? 1 : 0;
    at += isCrlf;
    if (b[at] != '\n') {
      return -1;
    }
    if (emptyLines > 0) {
      rejectEmptyLines();
    }
    crlf += isCrlf;
    rows.add(row++, (int) user, (int) movie, halfStars, time);
    return at + 1;
  }

  private void parseUnusualLine(byte[] bytes, int start, int lineFeed) {
    int end = lineFeed;
    if (end > start && bytes[end - 1] == '\r') {
      end--;
      crlf++;
    }
    if (end - start > CsvRecords.MAX_BYTES) {
      rejectTooLong(bytes, start, end);
    } else if (header == null) {
      readHeader(bytes, start, end);
    } else if (start == end) {
      emptyLines++;
    } else {
      rejectEmptyLines();
      parseUnusualRow(bytes, start, end);
      row++;
    }
  }

  private void parseUnusualRow(byte[] bytes, int start, int end) {
    try {
      RatingLine.read(RatingLine.cells(header, bytes, start, end), row, rows);
    } catch (RowRejectedException e) {
      account.reject(
          e.fault(), lines + 1, e.column(), e.getMessage(), Excerpt.row(bytes, start, end));
    }
  }

  private void readHeader(byte[] bytes, int start, int end) {
    int nameStart = ByteOrderMark.skip(bytes, start, end, account);
    header = Header.read(account.place(), RatingLine.COLUMNS, bytes, nameStart, end);
    header.report(account);
    isUsual = header.isUsual();
  }

  private void rejectTooLong(byte[] bytes, int start, int end) {
    if (header == null) {
      throw Header.tooLong(account.place(), RatingLine.COLUMNS, bytes, start, end);
    }
    rejectEmptyLines();
    account.reject(
        RowFault.TOO_LONG,
        lines + 1,
        "",
        "expected at most " + CsvRecords.MAX_BYTES + " bytes, found more",
        Excerpt.row(bytes, start, end));
    row++;
  }

  /** Rejects empty lines that turn out not to be at the end; they are the lines just before. */
  private void rejectEmptyLines() {
    for (; emptyLines > 0; emptyLines--) {
      account.reject(
          RowFault.CELL_COUNT,
          lines + 1 - emptyLines,
          "",
          "expected " + RatingLine.COLUMNS.size() + " cells, found an empty line",
          "");
      row++;
    }
  }

  /** The distance from {@code start} to the next line feed, or -1. */
  private static int indexOfLineFeed(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\n') {
        return i - start;
      }
    }
    return -1;
  }
}
