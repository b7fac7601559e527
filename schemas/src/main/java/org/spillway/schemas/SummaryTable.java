package org.spillway.schemas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small named table: what the CSV files, the report and the readiness checks read. A cell is a
 * {@code Long}, {@code Double}, {@code String}, {@code Boolean}, {@code LocalDateTime} (UTC, whole
 * seconds) or null.
 *
 * @param name as in the setup spec, such as {@code rating_distribution}
 * @param columns the columns' names, at least one
 * @param rows each with a cell for every column
 */
public record SummaryTable(String name, List<String> columns, List<List<@Nullable Object>> rows) {

  /** Copies the lists, and takes an int in a cell for a long. */
  public SummaryTable {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("table " + name + " must have a column, but has none");
    }
    columns = List.copyOf(columns);
    List<List<@Nullable Object>> copies = new ArrayList<>(rows.size());
    for (List<@Nullable Object> row : rows) {
      copies.add(checkedRow(name, columns, row));
    }
    rows = Collections.unmodifiableList(copies);
  }

  /** Begins a table. */
  public static Builder builder(String name, String... columns) {
    return new Builder(name, List.of(columns));
  }

  /** Begins a table of figures with the columns metric and value. */
  public static Builder metrics(String name) {
    return builder(name, "metric", "value");
  }

  /**
   * The cell of a row and a named column.
   *
   * @param row from 0
   * @throws IllegalArgumentException if the table has no such column
   */
  public @Nullable Object cell(int row, String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(
          "table " + name + " has no column " + column + "; it has " + columns);
    }
    return rows.get(row).get(index);
  }

  /**
   * The value of a figure: the second cell of the first row whose first cell is {@code metric}. For
   * tables of two columns or more, such as those of {@link #metrics}.
   *
   * @throws IllegalArgumentException if the table has no such row
   */
  public @Nullable Object metric(String metric) {
    for (List<@Nullable Object> row : rows) {
      if (metric.equals(row.get(0))) {
        return row.get(1);
      }
    }
    throw new IllegalArgumentException("table " + name + " has no row " + metric);
  }

  private static List<@Nullable Object> checkedRow(
      String name, List<String> columns, List<@Nullable Object> row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + name + " must have " + columns.size() + " cells, but had: " + row.size());
    }
    List<@Nullable Object> cells = new ArrayList<>(row.size());
    for (@Nullable Object cell : row) {
      cells.add(Cells.checked(cell));
    }
    return Collections.unmodifiableList(cells);
  }

  /** Collects the rows of a table. */
  public static final class Builder {
    private final String name;
    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    private Builder(String name, List<String> columns) {
      this.name = name;
      this.columns = columns;
    }

    /** Adds a row; an int counts as a long. */
    public Builder row(@Nullable Object... cells) {
      List<@Nullable Object> row = new ArrayList<>(cells.length);
      Collections.addAll(row, cells);
      rows.add(row);
      return this;
    }

    /** The table. */
    public SummaryTable build() {
      return new SummaryTable(name, columns, rows);
    }
  }
}
