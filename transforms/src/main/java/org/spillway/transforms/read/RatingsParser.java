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

  /** As many bytes as are looked at to read a usual row: three cells of 8, 4 and 12, and a word. */
  private static final int MOST_USUAL_BYTES = 32;

  private static final int MAX_TIMESTAMP_DIGITS = 10;

  /** A rating is {@code 3.5,}: its second and its fourth byte. */
  private static final int RATING_LENGTH = 4;

  private static final long RATING_MASK = 0xFF00FF00L;
  private static final long RATING_SIGNS = ('.' << 8) | (',' << 24);
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

  /** The user of the last usual row, and the cell that said so: most rows have the same one. */
  private int lastUser;

  private long lastUserCell = -1;
  private long lastUserMask = -1;
  private int lastUserLength;
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
    if (start > b.length - MOST_USUAL_BYTES) {
      return -1;
    }
    boolean isLastUsers = ((EightBytes.at(b, start) ^ lastUserCell) & lastUserMask) == 0;
    int at = isLastUsers ? start + lastUserLength : readUser(b, start);
    if (at < 0) {
      return -1;
    }
    long word = EightBytes.at(b, at);
    int digits = EightBytes.beforeComma(word);
    if (digits == 0 || digits == Long.BYTES) {
      return -1;
    }
    long movie = EightBytes.number(word, digits);
    at += digits + 1;
    word = EightBytes.at(b, at);
    int stars = (byte) word - '0';
    int decimal = (byte) (word >>> 16) - '0';
    int halfStars = 2 * stars + (decimal & 1);
    if (movie < 1
        || (word & RATING_MASK) != RATING_SIGNS
        || decimal * (decimal - 5) != 0 // one branch, as nobody can foresee which of the two it is
        || halfStars < HalfStars.MIN
        || halfStars > HalfStars.MAX) {
      return -1;
    }
    at += RATING_LENGTH;
    long time = EightBytes.number(EightBytes.at(b, at));
    at += Long.BYTES;
    for (int last = at + MAX_TIMESTAMP_DIGITS - Long.BYTES; at < last && isDigit(b[at]); at++) {
      time = 10 * time + b[at] - '0';
    }
    int isCrlf = b[at] == '\r' ? 1 : 0;
    at += isCrlf;
    if (time < 0 || time > Timestamps.MAX || b[at] != '\n') {
      return -1;
    }
    if (emptyLines > 0) {
      rejectEmptyLines();
    }
    crlf += isCrlf;
    rows.add(row++, lastUser, (int) movie, halfStars, time);
    return at + 1;
  }

  /**
   * Reads a user's cell that is not the row's before. Returns where the next cell begins, or -1 if
   * this one is not usual.
   */
  private int readUser(byte[] b, int start) {
    long word = EightBytes.at(b, start);
    int digits = EightBytes.beforeComma(word);
    if (digits == 0 || digits == Long.BYTES) {
      return -1;
    }
    long user = EightBytes.number(word, digits);
    if (user < 1) {
      return -1;
    }
    lastUser = (int) user;
    lastUserCell = word;
    lastUserLength = digits + 1;
    lastUserMask = -1L >>> (64 - 8 * lastUserLength);
    return start + lastUserLength;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
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
