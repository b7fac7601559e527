package org.spillway.transforms.figures;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.SummaryTable;

/** Reads a table's cells by row and column as what a chart needs. */
final class TableColumns {
  private final SummaryTable table;

  private TableColumns(SummaryTable table) {
    this.table = table;
  }

  static TableColumns of(SummaryTable table) {
    return new TableColumns(table);
  }

  int rows() {
    return table.rows().size();
  }

  /** A number; null where the cell is. */
  @Nullable Number numberOrNull(int row, String column) {
    return (Number) table.cell(row, column);
  }

  /** A number; NaN where the cell is null, which charts leave out. */
  double number(int row, String column) {
    Number number = numberOrNull(row, column);
    return number == null ? Double.NaN : number.doubleValue();
  }

  /** A column's numbers from the first row to the last. */
  double[] numbers(String column) {
    return IntStream.range(0, rows()).mapToDouble(row -> number(row, column)).toArray();
  }

  /**
   * A sentence on the row with a column's highest number, to follow another sentence; empty if the
   * table is.
   *
   * @param nameColumn what the row is called by
   * @param sentence with %s for that
   */
  String highest(String column, String nameColumn, String sentence) {
    return IntStream.range(0, rows())
        .boxed()
        .max(Comparator.comparingDouble(row -> number(row, column)))
        .map(row -> " " + String.format(Locale.ROOT, sentence, text(row, nameColumn)))
        .orElse("");
  }

  String text(int row, String column) {
    return String.valueOf(table.cell(row, column));
  }
}
