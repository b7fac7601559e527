package org.spillway.transforms.write;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.SummaryTable;

/**
 * A {@link SummaryTable} as CSV: RFC 4180 with a header row and LF at the ends of lines, as pandas
 * writes it and reads it back.
 *
 * <p>Cells do not depend on the version of Java: a double is the shortest decimal that reads back
 * as the same double, in Python's notation ({@code 0.1}, {@code 12.0}, {@code 1e-05}); a flag is
 * {@code True} or {@code False}; a time is {@code 2019-11-21 09:15:03}; null is an empty cell, and
 * so is empty text.
 */
public final class CsvTable {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private CsvTable() {}

  /** The table as CSV. */
  public static String render(SummaryTable table) {
    return render(table, false);
  }

  /**
   * The table as CSV that is safe to open in a spreadsheet: text that would be taken for a formula
   * gets an apostrophe in front. That is text that begins with {@code = + - @}, a tab or a carriage
   * return; numbers stay as they are.
   */
  public static String renderNeutralized(SummaryTable table) {
    return render(table, true);
  }

  /** A cell's value as it is written, before any quoting; null becomes empty. */
  public static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return decimal(number);
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof LocalDateTime time) {
      return DATE_TIME.format(time);
    }
    return value.toString();
  }

  private static String render(SummaryTable table, boolean neutralize) {
    Csv csv = new Csv().row(List.copyOf(table.columns()));
    for (List<@Nullable Object> row : table.rows()) {
      List<@Nullable String> cells = new ArrayList<>(row.size());
      for (@Nullable Object value : row) {
        String cell = cell(value);
        cells.add(neutralize && value instanceof String ? Csv.neutralized(cell) : cell);
      }
      csv.row(cells);
    }
    return csv.toString();
  }

  /**
   * Jackson's digits are the shortest on every version of Java, {@code Double.toString}'s only from
   * 19 on. Its exponents begin at 1E7 and 1E-4; here they do at 1e+16 and 1e-05, as in Python.
   */
  private static String decimal(double number) {
    String shortest = NumberOutput.toString(number, true);
    if (shortest.indexOf('E') < 0) {
      return shortest;
    }
    BigDecimal value = new BigDecimal(shortest).stripTrailingZeros();
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = value.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String mantissa = value.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa + String.format(Locale.ROOT, "e%+03d", exponent);
  }
}
