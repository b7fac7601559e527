package org.spillway.transforms.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a column are written. Numbers with a fraction have the same number of decimals
 * all down the column: as few as tell them exactly, but at most four. Ids and years have no commas.
 */
final class CellFormat {
  private static final String NOTHING = "–";
  private static final int MAX_DECIMALS = 4;
  private static final int OWN = -1;
  private static final double TOLERANCE = 1e-9;
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final boolean isName;
  private final boolean isNumeric;
  private final int decimals;

  private CellFormat(boolean isName, boolean isNumeric, int decimals) {
    this.isName = isName;
    this.isNumeric = isNumeric;
    this.decimals = decimals;
  }

  /** The format of a column with these cells. */
  static CellFormat of(String column, List<@Nullable Object> cells) {
    boolean isNumeric = false;
    int decimals = 0;
    for (@Nullable Object cell : cells) {
      isNumeric |= cell instanceof Number;
      decimals = Math.max(decimals, decimals(cell));
    }
    boolean isName = column.endsWith("Id") || column.endsWith("year");
    return new CellFormat(isName, isNumeric, decimals);
  }

  /** The format of a column of figures of all kinds, each with decimals of its own. */
  static CellFormat ofMixed() {
    return new CellFormat(false, true, OWN);
  }

  /** Whether the cells are to be read as numbers, below each other. */
  boolean isNumeric() {
    return isNumeric;
  }

  /** The text of a cell. */
  String text(@Nullable Object cell) {
    if (cell instanceof Long) {
      return number(0).format(cell);
    }
    if (cell instanceof Double) {
      return number(decimals == OWN ? decimals(cell) : decimals).format(cell);
    }
    if (cell instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    if (cell instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    return cell == null ? NOTHING : cell.toString();
  }

  private DecimalFormat number(int fractionDigits) {
    DecimalFormat format = new DecimalFormat(isName ? "0" : "#,##0", SYMBOLS);
    format.setMinimumFractionDigits(fractionDigits);
    format.setMaximumFractionDigits(fractionDigits);
    return format;
  }

  private static int decimals(@Nullable Object cell) {
    if (!(cell instanceof Double number)) {
      return 0;
    }
    int decimals = 0;
    double scaled = Math.abs(number);
    while (decimals < MAX_DECIMALS && Math.abs(scaled - Math.rint(scaled)) > TOLERANCE) {
      scaled *= 10;
      decimals++;
    }
    return decimals;
  }
}
