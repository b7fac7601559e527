package org.spillway.transforms.write;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV text of cells: RFC 4180 with LF at the ends of lines. */
final class Csv {
  private final StringWriter text = new StringWriter();
  private final CsvWriter writer =
      CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);

  /** Adds a row; null is an empty cell. */
  Csv row(List<@Nullable String> cells) {
    writer.writeRecord(cells);
    return this;
  }

  /** The rows so far. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** A header row without a line end: what an {@code OutputFile} has as the schema of a CSV. */
  static String header(List<String> columns) {
    String line = new Csv().row(List.copyOf(columns)).toString();
    return line.substring(0, line.length() - 1);
  }

  /** The columns that {@link #header} was made of. */
  static List<String> columns(String header) {
    return CsvReader.builder().ofCsvRecord(header).stream().findFirst().orElseThrow().getFields();
  }

  /**
   * Text that a spreadsheet does not take for a formula: an apostrophe goes before text that begins
   * with {@code = + - @}, a tab or a carriage return.
   */
  static String neutralized(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
