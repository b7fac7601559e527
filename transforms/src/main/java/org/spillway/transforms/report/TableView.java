package org.spillway.transforms.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.SummaryTable;

/**
 * A table as the page shows it. Numbers stand to the right, names of figures are read as words, and
 * a table of many rows is folded.
 *
 * @param name the table's name, which is its file's too
 * @param caption the name as the beginning of a sentence
 * @param columns the columns in order
 * @param rows each with a text for every column
 * @param isSortable whether it is of use to sort the rows: not in a list of different figures
 */
record TableView(
    String name,
    String caption,
    List<Column> columns,
    List<List<String>> rows,
    boolean isSortable) {
  private static final int FOLDED_ABOVE = 30;
  private static final int SORTABLE_ROWS = 3;
  private static final int SORTABLE_COLUMNS = 3;

  /** Columns whose cells name what is in their row, in the program's spelling. */
  private static final Set<String> NAME_COLUMNS = Set.of("metric", "column", "figure");

  /**
   * A column.
   *
   * @param header its name in words
   * @param isNumeric whether its cells are to be read as numbers, below each other
   */
  record Column(String header, boolean isNumeric) {}

  static TableView of(SummaryTable table) {
    boolean isMixed = NAME_COLUMNS.contains(table.columns().get(0));
    List<CellFormat> formats = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String column = table.columns().get(i);
      int index = i;
      List<@Nullable Object> cells = new ArrayList<>();
      table.rows().forEach(row -> cells.add(row.get(index)));
      CellFormat format = i > 0 && isMixed ? CellFormat.ofMixed() : CellFormat.of(column, cells);
      formats.add(format);
      columns.add(new Column(words(column), format.isNumeric()));
    }
    return new TableView(
        table.name(),
        sentence(words(table.name())),
        columns,
        table.rows().stream().map(row -> texts(table, formats, row)).toList(),
        !isMixed && table.rows().size() >= SORTABLE_ROWS && columns.size() >= SORTABLE_COLUMNS);
  }

  private static List<String> texts(
      SummaryTable table, List<CellFormat> formats, List<@Nullable Object> row) {
    return IntStream.range(0, row.size())
        .mapToObj(
            i -> {
              String text = formats.get(i).text(row.get(i));
              return NAME_COLUMNS.contains(table.columns().get(i)) ? words(text) : text;
            })
        .toList();
  }

  /** Whether the page shows the rows only when asked to. */
  boolean isFolded() {
    return rows.size() > FOLDED_ABOVE;
  }

  private static String words(String name) {
    return name.replaceAll("_mb$", " MB").replace('_', ' ');
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
