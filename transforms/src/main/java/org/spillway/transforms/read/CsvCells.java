package org.spillway.transforms.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of a record, as ranges of its bytes: UTF-8 and RFC 4180, both without leniency. That no
 * quote and no carriage return is where it must not be has been seen to by {@link CsvRecords}.
 *
 * <p>Used again for record after record: most rows have no quotes, and then their cells are looked
 * at where they are, without a copy.
 */
final class CsvCells {
  /** Unescapes what is quoted; a row without a quote is its cells and commas. */
  private static final CsvReader.CsvReaderBuilder RFC_4180 =
      CsvReader.builder().skipEmptyLines(false);

  /** Nothing over a comma ends a cell or a line, or is a quote or a NUL. */
  private static final long OVER_COMMAS = EightBytes.eightTimes((char) (',' + 1));

  private byte[] bytes = {};

  /** Where each cell begins, and where one behind the last would: a comma is between two cells. */
  private int[] starts = new int[8];

  private int count;
  private boolean isAscii;
  private boolean hasNul;

  /**
   * Finds the end of a line and its cells with one look at its bytes. What is wrong with them is
   * said by {@link #checkText}.
   *
   * @return where its line feed is, or the carriage return before that; -1 if the line has a quote
   *     or another carriage return, or does not end well before the limit: then there are no cells
   */
  int splitPlainLine(byte[] chunk, int start, int limit) {
    begin(chunk, start);
    isAscii = true;
    hasNul = false;
    for (int at = start; at <= limit - Long.BYTES; at += Long.BYTES) {
      long marks = EightBytes.underOrNoAscii(OVER_COMMAS, EightBytes.at(chunk, at));
      for (; marks != 0; marks &= marks - 1) {
        int place = at + EightBytes.beforeFirst(marks);
        byte b = chunk[place];
        if (b == ',') {
          endCell(place);
        } else if (b == '\n' || isLineEnd(chunk, place, limit)) {
          endCell(place);
          return place;
        } else if (b == '"' || b == '\r') {
          return -1;
        } else {
          isAscii &= b >= 0;
          hasNul |= b == 0;
        }
      }
    }
    return -1;
  }

  /**
   * Finds the cells of a record. They are counted even if what is in them is refused.
   *
   * @throws RowRejectedException if the bytes are not UTF-8 or have a NUL, or the quoting is wrong
   */
  void split(byte[] record, int start, int end) throws RowRejectedException {
    boolean hasQuote = false;
    isAscii = true;
    hasNul = false;
    begin(record, start);
    for (int at = start; at < end; at++) {
      byte b = record[at];
      if (b == ',') {
        endCell(at);
      }
      isAscii &= b >= 0;
      hasNul |= b == 0;
      hasQuote |= b == '"';
    }
    endCell(end);
    if (hasQuote) {
      unquote(new String(record, start, end - start, StandardCharsets.UTF_8));
    }
    checkText(record, start, end);
  }

  /** Throws unless the bytes of the record are UTF-8 without a NUL. */
  void checkText(byte[] record, int start, int end) throws RowRejectedException {
    if (!isAscii) {
      checkUtf8(record, start, end);
    }
    if (hasNul) {
      throw new RowRejectedException(RowFault.NUL_BYTE, "", "expected text, found a NUL byte");
    }
  }

  /** The number of cells. */
  int count() {
    return count;
  }

  /** The array that has the cells' bytes. */
  byte[] bytes() {
    return bytes;
  }

  int start(int cell) {
    return starts[cell];
  }

  int end(int cell) {
    return starts[cell + 1] - 1;
  }

  String text(int cell) {
    return new String(bytes, start(cell), end(cell) - start(cell), StandardCharsets.UTF_8);
  }

  /** The texts of all cells. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(count);
    for (int cell = 0; cell < count; cell++) {
      texts.add(text(cell));
    }
    return texts;
  }

  private void begin(byte[] record, int start) {
    bytes = record;
    count = 0;
    starts[0] = start;
  }

  private void endCell(int end) {
    count++;
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
    }
    starts[count] = end + 1;
  }

  /** Makes the cells what the quotes of a record stand for. */
  private void unquote(String record) throws RowRejectedException {
    List<String> cells;
    try {
      cells = RFC_4180.ofSingleCsvRecord(record).getFields();
    } catch (CsvParseException e) {
      throw new RowRejectedException(
          RowFault.QUOTING, "", "expected quotes as in RFC 4180, found: " + reason(e));
    }
    begin(String.join(",", cells).getBytes(StandardCharsets.UTF_8), 0);
    for (String cell : cells) {
      endCell(starts[count] + cell.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return Excerpt.of(String.valueOf(cause.getMessage()));
  }

  private static boolean isLineEnd(byte[] chunk, int place, int limit) {
    return chunk[place] == '\r' && place + 1 < limit && chunk[place + 1] == '\n';
  }

  /** Throws unless the bytes are UTF-8. */
  static void checkUtf8(byte[] bytes, int start, int end) throws RowRejectedException {
    // Only a text with U+FFFD can have had bytes that are not UTF-8.
    if (new String(bytes, start, end - start, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0) {
      return;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
    } catch (CharacterCodingException e) {
      throw new RowRejectedException(
          RowFault.INVALID_UTF8, "", "expected UTF-8, found bytes that are not");
    }
  }
}
