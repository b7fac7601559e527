package org.spillway.transforms.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Turns the bytes of a record into cells: UTF-8 and RFC 4180, both without leniency. That no quote
 * and no carriage return is where it must not be has been seen to by {@link CsvRecords}.
 */
final class CsvCells {
  /** Unescapes what is quoted; a row without a quote is its cells and commas. */
  private static final CsvReader.CsvReaderBuilder RFC_4180 =
      CsvReader.builder().skipEmptyLines(false);

  private CsvCells() {}

  /**
   * The cells of a record.
   *
   * @throws RowRejectedException if the bytes are not UTF-8 or have a NUL, or the quoting is wrong
   */
  static List<String> of(byte[] bytes, int start, int end) throws RowRejectedException {
    String text = decode(bytes, start, end);
    if (text.indexOf('\0') >= 0) {
      throw new RowRejectedException(RowFault.NUL_BYTE, "", "expected text, found a NUL byte");
    }
    if (text.indexOf('"') < 0) {
      return List.of(text.split(",", -1));
    }
    try {
      return RFC_4180.ofSingleCsvRecord(text).getFields();
    } catch (CsvParseException e) {
      throw new RowRejectedException(
          RowFault.QUOTING, "", "expected quotes as in RFC 4180, found: " + reason(e));
    }
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return Excerpt.of(String.valueOf(cause.getMessage()));
  }

  /** Strict, yet fast: only a text with U+FFFD can have had bytes that are not UTF-8. */
  private static String decode(byte[] bytes, int start, int end) throws RowRejectedException {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      checkUtf8(bytes, start, end);
    }
    return text;
  }

  /** Throws unless the bytes are UTF-8. */
  static void checkUtf8(byte[] bytes, int start, int end) throws RowRejectedException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
    } catch (CharacterCodingException e) {
      throw new RowRejectedException(
          RowFault.INVALID_UTF8, "", "expected UTF-8, found bytes that are not");
    }
  }
}
