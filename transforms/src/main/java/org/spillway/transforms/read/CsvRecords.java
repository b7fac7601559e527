package org.spillway.transforms.read;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts an entry into CSV records: a record ends at a line break outside quotes. It knows no more of
 * CSV than that, so that a record that is wrong can be skipped and the next one read.
 *
 * <p>A record of more than {@value #MAX_BYTES} bytes is not kept beyond them.
 */
final class CsvRecords {

  /** The longest record that is read, without its line break. */
  static final int MAX_BYTES = 1 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private final Chunks in;
  private final EntryAccount account;
  private byte[] chunk = {};
  private int position;
  private int limit;
  private byte[] record = new byte[8 << 10];
  private int length;
  private boolean isTooLong;
  private boolean hasStrayQuote;
  private long line;
  private long nextLine = 1;
  private long crlf;
  private long lf;

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
    length = 0;
    isTooLong = false;
    hasStrayQuote = false;
    line = nextLine;
    State state = State.CELL_START;
    long quoteLine = line;
    boolean isEmpty = true;
    while (position < limit || fill()) {
      byte c = chunk[position++];
      isEmpty = false;
      if (c == '\n') {
        nextLine++;
        if (state != State.QUOTED) {
          endLine();
          return true;
        }
      }
      append(c);
      if (c == '"' && state == State.CELL_START) {
        quoteLine = nextLine;
      }
      hasStrayQuote |= c == '"' && state == State.PLAIN;
      state = after(state, c);
    }
    if (state == State.QUOTED) {
      throw new BadInputException(
          InputFault.UNCLOSED_QUOTE,
          account.place().line(quoteLine),
          "a quote opens here and never closes",
          "a closing quote",
          "the end of the file");
    }
    if (length > 0 && record[length - 1] == '\r') {
      length--;
    }
    checkLength();
    return !isEmpty;
  }

  /** The line on which the record begins, from 1. */
  long line() {
    return line;
  }

  /** The record's bytes, from 0 to {@link #length}, without the line break at its end. */
  byte[] bytes() {
    return record;
  }

  int length() {
    return length;
  }

  /** Whether the record has more bytes than were kept. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** Whether a quote occurs in a cell that does not begin with one. */
  boolean hasStrayQuote() {
    return hasStrayQuote;
  }

  /** Counts line ends; to be called at the end. */
  void report() {
    account.add(EntryFigures.LINES_ENDING_IN_CRLF, crlf);
    account.add(EntryFigures.LINES_ENDING_IN_LF, lf);
  }

  private static State after(State state, byte c) {
    return switch (state) {
      case CELL_START -> c == '"' ? State.QUOTED : c == ',' ? State.CELL_START : State.PLAIN;
      case PLAIN -> c == ',' ? State.CELL_START : State.PLAIN;
      case QUOTED -> c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
      case QUOTE_IN_QUOTED -> c == '"' ? State.QUOTED : c == ',' ? State.CELL_START : State.PLAIN;
    };
  }

  private void append(byte c) {
    // One more than the limit, since the last may turn out to be the CR of a line end.
    if (length > MAX_BYTES) {
      isTooLong = true;
      return;
    }
    if (length == record.length) {
      record = Arrays.copyOf(record, Math.min(2 * length, MAX_BYTES + 1));
    }
    record[length++] = c;
  }

  private void endLine() {
    if (!isTooLong && length > 0 && record[length - 1] == '\r') {
      length--;
      crlf++;
    } else {
      lf++;
    }
    checkLength();
  }

  private void checkLength() {
    isTooLong |= length > MAX_BYTES;
  }

  private boolean fill() throws IOException {
    boolean isFirst = chunk.length == 0;
    if (!in.next()) {
      return false;
    }
    chunk = in.bytes();
    limit = in.length();
    position = 0;
    if (isFirst) {
      boolean hasMark =
          limit >= BYTE_ORDER_MARK.length
              && Arrays.equals(
                  chunk, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
      position = hasMark ? BYTE_ORDER_MARK.length : 0;
      account.add(EntryFigures.HAS_BYTE_ORDER_MARK, hasMark ? 1 : 0);
    }
    return position < limit || fill();
  }
}
