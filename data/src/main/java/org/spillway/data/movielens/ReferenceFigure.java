package org.spillway.data.movielens;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One published figure that a run on the same data must reproduce, to the precision with which it
 * was printed.
 *
 * @param table the table's name, as in the setup spec
 * @param row which row: the text of the table's first column, or {@code #1}, {@code #2}, … for the
 *     place of the row in the table's order
 * @param column the column's name
 * @param kind how {@code value} is to be read
 * @param value the figure as printed, without thousands separators; its decimals are its precision
 */
public record ReferenceFigure(String table, String row, String column, Kind kind, String value) {
  /** How a figure is to be compared. */
  public enum Kind {
    /** A number: whole ones must be equal, others agree when rounded to the printed decimals. */
    NUMBER,
    /** A text that must be equal, in any case if it is {@code true} or {@code false}. */
    TEXT,
    /** The start of a text that was cut when it was printed. */
    PREFIX,
    /** A time without a zone, in UTC, to the second: {@code 2009-12-31 06:58:12}. */
    TIME
  }

  /** The seed averaged in single precision: its last digit may have been rounded the other way. */
  private static final BigDecimal SINGLE_PRECISION = new BigDecimal("0.000001");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** The place of the row in the table's order, from 1, if that is how it is named. */
  public OptionalInt place() {
    return row.startsWith("#")
        ? OptionalInt.of(Integer.parseInt(row.substring(1)))
        : OptionalInt.empty();
  }

  /** How many decimals a number was printed with; 0 for all other kinds. */
  public int decimals() {
    return kind == Kind.NUMBER ? new BigDecimal(value).scale() : 0;
  }

  /**
   * Whether a cell agrees with the figure.
   *
   * @param cell a number, a boolean, a text (which may spell out a number or a time), an {@link
   *     Instant} or a {@link LocalDateTime}; null agrees with nothing
   */
  public boolean agreesWith(@Nullable Object cell) {
    if (cell == null) {
      return false;
    }
    return switch (kind) {
      case NUMBER -> agreesWithNumber(cell.toString());
      case TEXT -> agreesWithText(cell.toString());
      case PREFIX -> cell.toString().startsWith(value);
      case TIME -> timeText(cell).equals(value);
    };
  }

  private boolean agreesWithNumber(String text) {
    BigDecimal expected = new BigDecimal(value);
    BigDecimal actual;
    try {
      actual = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return false;
    }
    BigDecimal difference = actual.subtract(expected).abs();
    if (expected.scale() == 0) {
      return difference.signum() == 0;
    }
    BigDecimal half = BigDecimal.ONE.movePointLeft(expected.scale()).divide(BigDecimal.valueOf(2));
    return difference.compareTo(half.add(SINGLE_PRECISION)) <= 0;
  }

  private boolean agreesWithText(String text) {
    boolean flag = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    return flag ? text.equalsIgnoreCase(value) : text.equals(value);
  }

  private static String timeText(Object cell) {
    if (cell instanceof Instant instant) {
      return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
    if (cell instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    return cell.toString().replace('T', ' ');
  }
}
