package org.spillway.transforms.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns a record's bytes into cells: UTF-8 and RFC 4180, both without leniency. */
final class CsvCells {
  private static final CsvReader.CsvReaderBuilder RFC_4180 =
      CsvReader.builder().skipEmptyLines(false);

  private CsvCells() {}

  /**
   * The cells of a record.
   *
   * @throws RowRejectedException if the bytes are not UTF-8 or have a NUL, or the quoting is wrong
   */
  static List<String> of(byte[] bytes, int start, int end) throws RowRejectedException {
    if (start == end) {
      return List.of("");
    }
    String text = decode(bytes, start, end);
    if (text.indexOf('\0') >= 0) {
      throw new RowRejectedException(RowFault.NUL_BYTE, "", "expected text, found a NUL byte");
    }
    try {
      return RFC_4180.ofSingleCsvRecord(text).getFields();
    } catch (CsvParseException e) {
      throw new RowRejectedException(
          RowFault.QUOTING,
          "",
          "expected a record as in RFC 4180, found: " + Excerpt.of(String.valueOf(e.getMessage())));
    }
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
