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

  /** A record that is not in a chunk as a whole and without quotes. */
  private byte[] kept = new byte[8 << 10];

  private byte[] record = kept;
  private int start;
  private int end;
  private boolean isTooLong;
  private boolean hasStrayQuote;
  private boolean hasStrayReturn;
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
    isTooLong = false;
    hasStrayQuote = false;
    hasStrayReturn = false;
    line = nextLine;
    if (position == limit && !fill()) {
      return false;
    }
    if (!takePlainLine()) {
      takeRecord();
    }
    isTooLong |= end - start > MAX_BYTES;
    return true;
  }

  /** The line on which the record begins, from 1. */
  long line() {
    return line;
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

  /** Whether the record has more bytes than were kept. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** Whether a quote occurs in a cell that does not begin with one. */
  boolean hasStrayQuote() {
    return hasStrayQuote;
  }

  /** Whether a carriage return occurs outside quotes and is not part of a line break. */
  boolean hasStrayReturn() {
    return hasStrayReturn;
  }

  /** Counts line ends; to be called at the end. */
  void report() {
    account.add(EntryFigures.LINES_ENDING_IN_CRLF, crlf);
    account.add(EntryFigures.LINES_ENDING_IN_LF, lf);
  }

  /** Takes a line as it is in the chunk, if it is there as a whole and has no quotes. */
  private boolean takePlainLine() {
    int at = position;
    while (at < limit && !mayEndPlainText(chunk[at])) {
      at++;
    }
    int lineFeed = at < limit && chunk[at] == '\r' ? at + 1 : at;
    if (lineFeed >= limit || chunk[lineFeed] != '\n') {
      return false;
    }
    record = chunk;
    start = position;
    end = at;
    position = lineFeed + 1;
    countLine(lineFeed != at);
    return true;
  }

  private static boolean mayEndPlainText(byte c) {
    // Letters and digits are above: one comparison for most bytes.
    return c <= '"' && (c == '\n' || c == '\r' || c == '"');
  }

  private void takeRecord() throws IOException {
    State state = State.CELL_START;
    long quoteLine = line;
    byte previous = 0;
    start = 0;
    end = 0;
    while (position < limit || fill()) {
      byte c = chunk[position++];
      if (state != State.QUOTED) {
        if (c == '\n') {
          record = kept;
          end -= previous == '\r' && !isTooLong ? 1 : 0;
          countLine(previous == '\r');
          return;
        }
        hasStrayReturn |= previous == '\r';
        hasStrayQuote |= c == '"' && state == State.PLAIN;
        quoteLine = c == '"' && state == State.CELL_START ? nextLine : quoteLine;
      } else if (c == '\n') {
        nextLine++;
      }
      keep(c);
      // What is quoted is no line break.
      previous = state == State.QUOTED ? 0 : c;
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
    record = kept;
    end -= previous == '\r' && !isTooLong ? 1 : 0;
  }

  private static State after(State state, byte c) {
    return switch (state) {
      case CELL_START -> c == '"' ? State.QUOTED : c == ',' ? State.CELL_START : State.PLAIN;
      case PLAIN -> c == ',' ? State.CELL_START : State.PLAIN;
      case QUOTED -> c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
      case QUOTE_IN_QUOTED -> c == '"' ? State.QUOTED : c == ',' ? State.CELL_START : State.PLAIN;
    };
  }

  private void keep(byte c) {
    // One more than the limit, since the last may turn out to be the CR of a line end.
    if (end > MAX_BYTES) {
      isTooLong = true;
      return;
    }
    if (end == kept.length) {
      kept = Arrays.copyOf(kept, Math.min(2 * end, MAX_BYTES + 1));
    }
    kept[end++] = c;
  }

  private void countLine(boolean isCrlf) {
    nextLine++;
    if (isCrlf) {
      crlf++;
    } else {
      lf++;
    }
  }

  private boolean fill() throws IOException {
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
