package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.RejectedRow;

/** What fuzz tests ask of the reading of any CSV. */
final class CsvComparison {

  /** Larger files are not looked at: the obvious parsers take their time. */
  private static final int MAX_BYTES = 8 << 10;

  /** Reads a CSV that comes in chunks. */
  interface Reader<T> {
    Reading<T> read(byte[] csv, int chunkSize) throws IOException;
  }

  /**
   * What came of a CSV.
   *
   * @param reading null if the CSV was refused
   * @param fault null if it was not
   */
  record Outcome<T>(@Nullable Reading<T> reading, @Nullable InputFault fault) {

    List<Long> rejectedLines() {
      return reading.rejected().stream().map(RejectedRow::line).toList();
    }
  }

  private CsvComparison() {}

  /** Whether a CSV is small, and has this header and lines after it. */
  static boolean isComparable(byte[] csv, List<String> header) {
    String firstLine = text(csv).split("\n", 2)[0];
    return csv.length <= MAX_BYTES
        && text(csv).indexOf('\n') > 0
        && firstLine.equals(String.join(",", header));
  }

  /**
   * Reads a CSV as a whole and in chunks: the same must come of both, with an account of every line
   * break. Other exceptions than that for bad input are the fuzz test's to find.
   */
  static <T> Outcome<T> read(byte[] csv, Reader<T> reader) throws IOException {
    if (csv.length > MAX_BYTES) {
      return new Outcome<>(null, null);
    }
    Outcome<T> whole = readInChunks(csv, csv.length, reader);
    int chunkSize = 1 + Math.floorMod(Arrays.hashCode(csv), 61);

    assertThat("chunks of " + chunkSize, readInChunks(csv, chunkSize, reader), is(whole));
    if (whole.reading() != null) {
      long lineFeeds = text(csv).chars().filter(c -> c == '\n').count();
      assertThat("line breaks", lineBreaks(whole.reading()), is(lineFeeds));
    }
    return whole;
  }

  /** Reads a CSV in chunks of a size. */
  static <T> Outcome<T> readInChunks(byte[] csv, int chunkSize, Reader<T> reader)
      throws IOException {
    try {
      return new Outcome<>(reader.read(csv, chunkSize), null);
    } catch (BadInputException e) {
      ZipReadings.assertIsOneLine(e, "CSV");
      return new Outcome<>(null, e.fault());
    }
  }

  private static long lineBreaks(Reading<?> reading) {
    Map<String, Long> figures = reading.report().figures();
    return figures.get(EntryFigures.LINES_ENDING_IN_LF)
        + figures.get(EntryFigures.LINES_ENDING_IN_CRLF)
        + figures.getOrDefault(EntryFigures.QUOTED_LINE_BREAKS, 0L);
  }

  /** The cells of all rows after the header, as a CSV library reads them: a char for a byte. */
  static List<List<String>> rowsOfALibrary(byte[] csv) {
    List<List<String>> rows = new ArrayList<>();
    CsvReader.builder()
        .ofCsvRecord(text(csv))
        .forEach(record -> rows.add(List.copyOf(record.getFields())));
    return rows.subList(1, rows.size());
  }

  /** The bytes behind the byte order mark, a char for a byte. */
  static String text(byte[] csv) {
    String text = new String(csv, StandardCharsets.ISO_8859_1);
    return text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
  }

  /** The text of a cell that has a char for a byte; null if it is not UTF-8. */
  static @Nullable String decoded(String cell) {
    byte[] bytes = cell.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Whether all cells are UTF-8 without a NUL. */
  static boolean areText(List<String> cells) {
    return cells.stream().allMatch(cell -> decoded(cell) != null && cell.indexOf('\0') < 0);
  }
}
