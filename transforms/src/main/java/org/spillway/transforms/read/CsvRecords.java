package org.spillway.transforms.read;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts an entry into CSV records: a record ends at a line break outside quotes. It knows no more of
 * CSV than that, so that a record that is wrong can be skipped and the next one read.
 *
 * <p>A quote that strays makes a record of lines that have nothing to do with each other. So a
 * record that is wrong and goes on over several lines is cut to its first line, and the lines after
 * it are read anew. A line is read twice at the most: as the rest of a record and by itself.
 *
 * <p>A record of more than {@value #MAX_BYTES} bytes is not kept beyond them.
 */
final class CsvRecords {

  /** The longest record that is read, without its line break. */
  static final int MAX_BYTES = 1 << 20;

  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private enum LineEnd {
    NONE,
    LF,
    CRLF
  }

  private final Chunks in;
  private final EntryAccount account;
  private final CsvCells cells = new CsvCells();
  private byte[] chunk = {};
  private int position;
  private int limit;

  /** Where in the chunk the record begins, if it {@link #isWithinChunk}. */
  private int begin;

  private boolean isWithinChunk;

  /**
   * The chunk to go on with once lines that are read anew, which are the chunk now, are used up.
   */
  private byte[] laterChunk = {};

  private int laterPosition;
  private int laterLimit;

  /** A record that is not in a chunk as a whole and without quotes. */
  private byte[] kept = new byte[8 << 10];

  /** What is kept, with a CR that is part of the line break. */
  private int keptLength;

  /** An earlier {@link #kept}: the lines that are read anew, if there are some. */
  private byte[] spare = {};

  private byte[] record = kept;
  private int start;
  private int end;
  private boolean isPlain;
  private boolean isTooLong;
  private boolean hasStrayQuote;
  private boolean hasTextBehindQuote;
  private boolean hasStrayReturn;

  /** The quoted line breaks of the record, and where in it the first one is. */
  private int quotedLineBreaks;

  private int firstLineFeed;
  private LineEnd lineEnd = LineEnd.NONE;
  private long line;
  private long lastLine;

  /** The line with a quote behind which none has been seen yet, or 0. */
  private long openQuoteLine;

  private long crlf;
  private long lf;
  private long quotedInAll;

  CsvRecords(Chunks in, EntryAccount account) {
    this.in = in;
    this.account = account;
  }

  /**
   * Goes on to the next record; an empty line is one too.
   *
   * @return whether there is one
   * @throws BadInputException if the entry ends within quotes
   */
  boolean next() throws IOException {
    countLines();
    isTooLong = false;
    hasStrayQuote = false;
    hasTextBehindQuote = false;
    hasStrayReturn = false;
    if (position == limit && !fill()) {
      if (openQuoteLine > 0) {
        throw neverCloses(openQuoteLine);
      }
      return false;
    }
    begin = position;
    isWithinChunk = true;
    isPlain = takePlainLine();
    if (!isPlain) {
      takeRecord();
    }
    isTooLong |= end - start > MAX_BYTES;
    lastLine = line + quotedLineBreaks;
    if (isWrong()) {
      cutToFirstLine();
    }
    return true;
  }

  /** The line on which the record begins, from 1. */
  long line() {
    return line;
  }

  /** The line to which the record went on before it was cut to its first one. */
  long lastLine() {
    return lastLine;
  }

  /** An array that has the record's bytes from {@link #start} to {@link #end}. */
  byte[] bytes() {
    return record;
  }

  int start() {
    return start;
  }

  /** Where the record ends; the line break is not part of it. */
  int end() {
    return end;
  }

  boolean isEmpty() {
    return start == end;
  }

  /**
   * Makes the {@link #cells} those of the record.
   *
   * @throws RowRejectedException if {@link CsvCells} does not take it
   */
  void split() throws RowRejectedException {
    if (isPlain) {
      cells.checkText(record, start, end);
    } else {
      cells.split(record, start, end);
    }
  }

  /** The cells of the record that was {@link #split} last. */
  CsvCells cells() {
    return cells;
  }

  /** Whether the record is not one by its length, its quotes or its carriage returns. */
  boolean isWrong() {
    return isTooLong || hasFault();
  }

  /** Whether the record has more bytes than were kept. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** Whether a quote occurs in a cell that does not begin with one. */
  boolean hasStrayQuote() {
    return hasStrayQuote;
  }

  /** Whether a closing quote is not at the end of its cell. */
  boolean hasTextBehindQuote() {
    return hasTextBehindQuote;
  }

  /** Whether a carriage return occurs outside quotes and is not part of a line break. */
  boolean hasStrayReturn() {
    return hasStrayReturn;
  }

  /**
   * Makes the record its first line alone, and reads the lines after it anew. Nothing happens to a
   * record of one line.
   */
  void cutToFirstLine() {
    if (quotedLineBreaks == 0) {
      return;
    }
    if (isWithinChunk) {
      position = begin + firstLineFeed + 1;
    } else {
      // The record's own line feed was not kept.
      laterPosition = lineEnd == LineEnd.NONE ? position : position - 1;
      laterChunk = chunk;
      laterLimit = limit;
      chunk = kept;
      position = firstLineFeed + 1;
      limit = keptLength;
      kept = spare;
      spare = chunk;
    }
    boolean isCrlf = firstLineFeed > 0 && record[firstLineFeed - 1] == '\r';
    end = isCrlf ? firstLineFeed - 1 : firstLineFeed;
    lineEnd = isCrlf ? LineEnd.CRLF : LineEnd.LF;
    quotedLineBreaks = 0;
  }

  /** Counts line breaks; to be called at the end. */
  void report() {
    account.add(EntryFigures.LINES_ENDING_IN_CRLF, crlf);
    account.add(EntryFigures.LINES_ENDING_IN_LF, lf);
    account.add(EntryFigures.QUOTED_LINE_BREAKS, quotedInAll);
  }

  /** Counts the lines of the record before, which is not cut any more. */
  private void countLines() {
    line += 1 + quotedLineBreaks;
    quotedInAll += quotedLineBreaks;
    quotedLineBreaks = 0;
    crlf += lineEnd == LineEnd.CRLF ? 1 : 0;
    lf += lineEnd == LineEnd.LF ? 1 : 0;
    lineEnd = LineEnd.NONE;
  }

  /** Takes a line as it is in the chunk, if it is there as a whole and has no quotes. */
  private boolean takePlainLine() {
    int lineEnds = cells.splitPlainLine(chunk, position, limit);
    if (lineEnds < 0) {
      return false;
    }
    boolean isCrlf = chunk[lineEnds] == '\r';
    record = chunk;
    start = position;
    end = lineEnds;
    position = isCrlf ? lineEnds + 2 : lineEnds + 1;
    lineEnd = isCrlf ? LineEnd.CRLF : LineEnd.LF;
    return true;
  }

  /**
   * Takes a record byte by byte. It ends early where it turns out to be wrong: at once if that is
   * not on its first line, else at the end of that, whatever is quoted there.
   */
  private void takeRecord() throws IOException {
    State state = State.CELL_START;
    long quoteLine = line;
    byte previous = 0;
    keptLength = 0;
    while (position < limit || fill()) {
      byte c = chunk[position];
      if (c > ',' && isWithinText(state) && previous != '\r' && keptLength < MAX_BYTES) {
        // Most bytes are letters and digits within a cell: they change nothing.
        position++;
        keep(c);
        previous = c;
        continue;
      }
      boolean isLineFeed = c == '\n';
      boolean isQuoted = state == State.QUOTED;
      // One more than the limit is kept, since the last may be the CR of a line end.
      isTooLong |= keptLength > MAX_BYTES && (isQuoted || !isLineFeed);
      hasStrayReturn |= previous == '\r' && !isQuoted && !isLineFeed;
      hasStrayQuote |= c == '"' && state == State.PLAIN;
      hasTextBehindQuote |= state == State.QUOTE_IN_QUOTED && !mayFollowQuote(c);
      if (quotedLineBreaks > 0 && isWrong()) {
        openQuoteLine = isQuoted ? quoteLine : openQuoteLine;
        finish(false);
        return;
      }
      position++;
      if (isLineFeed && (!isQuoted || isWrong())) {
        openQuoteLine = isQuoted && !hasFault() ? quoteLine : openQuoteLine;
        lineEnd = previous == '\r' ? LineEnd.CRLF : LineEnd.LF;
        finish(previous == '\r');
        return;
      }
      if (isLineFeed) {
        firstLineFeed = quotedLineBreaks == 0 ? keptLength : firstLineFeed;
        quotedLineBreaks++;
      } else if (c == '"') {
        openQuoteLine = 0;
        quoteLine = state == State.CELL_START ? line + quotedLineBreaks : quoteLine;
      }
      if (!isTooLong) {
        keep(c);
      }
      previous = c;
      state = after(state, c);
    }
    if (state == State.QUOTED && !hasFault()) {
      throw neverCloses(quoteLine);
    }
    finish(previous == '\r');
  }

  private static State after(State state, byte c) {
    return switch (state) {
      case CELL_START -> c == '"' ? State.QUOTED : c == ',' ? State.CELL_START : State.PLAIN;
      case PLAIN -> c == ',' ? State.CELL_START : State.PLAIN;
      case QUOTED -> c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
      case QUOTE_IN_QUOTED -> c == '"' ? State.QUOTED : c == ',' ? State.CELL_START : State.PLAIN;
    };
  }

  private static boolean isWithinText(State state) {
    return state == State.QUOTED || state == State.PLAIN;
  }

  private static boolean mayFollowQuote(byte c) {
    return c == ',' || c == '"' || c == '\n' || c == '\r';
  }

  private boolean hasFault() {
    return hasStrayQuote || hasTextBehindQuote || hasStrayReturn;
  }

  private void keep(byte c) {
    if (keptLength == kept.length) {
      kept = Arrays.copyOf(kept, Math.min(Math.max(2 * keptLength, 8 << 10), MAX_BYTES + 1));
    }
    kept[keptLength++] = c;
  }

  /** Makes what is kept the record. */
  private void finish(boolean isLastOfLineBreak) {
    record = kept;
    start = 0;
    end = keptLength - (isLastOfLineBreak && !isTooLong ? 1 : 0);
  }

  private BadInputException neverCloses(long quoteLine) {
    return new BadInputException(
        InputFault.UNCLOSED_QUOTE,
        account.place().line(quoteLine),
        "a quote opens here and never closes",
        "a closing quote",
        "the end of the file");
  }

  private boolean fill() throws IOException {
    isWithinChunk = false;
    if (laterPosition < laterLimit) {
      chunk = laterChunk;
      position = laterPosition;
      limit = laterLimit;
      laterLimit = 0;
      return true;
    }
    boolean isFirst = chunk.length == 0;
    if (!in.next()) {
      return false;
    }
    chunk = in.bytes();
    limit = in.length();
    position = isFirst ? ByteOrderMark.skip(chunk, 0, limit, account) : 0;
    return position < limit || fill();
  }
}
