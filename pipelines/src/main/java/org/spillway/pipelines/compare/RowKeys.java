package org.spillway.pipelines.compare;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.write.CsvTable;

/** What the rows of a table are called, so that a row is found in another run's table. */
final class RowKeys {
  private static final String SEPARATOR = " · ";

  private RowKeys() {}

  /**
   * How many leading columns tell the rows apart, in both tables: one in most, two or more in a
   * table of pairs, and all if even whole rows are repeated. The columns are the first table's.
   */
  static int columns(SummaryTable a, SummaryTable b) {
    int columns = 1;
    while (columns < Math.min(a.columns().size(), b.columns().size())
        && a.columns().get(columns).equals(b.columns().get(columns))
        && !(areUnique(a, columns) && areUnique(b, columns))) {
      columns++;
    }
    return columns;
  }

  /** The rows by key, in the table's order; a repeated key gets a number. */
  static Map<String, List<@Nullable Object>> byKey(SummaryTable table, int columns) {
    Map<String, List<@Nullable Object>> rows = new LinkedHashMap<>();
    for (List<@Nullable Object> row : table.rows()) {
      String key = key(row, columns);
      String numbered = key;
      for (int n = 2; rows.containsKey(numbered); n++) {
        numbered = key + " (" + n + ")";
      }
      rows.put(numbered, row);
    }
    return rows;
  }

  private static boolean areUnique(SummaryTable table, int columns) {
    Set<List<@Nullable Object>> seen = new HashSet<>();
    return table.rows().stream().allMatch(row -> seen.add(row.subList(0, columns)));
  }

  private static String key(List<@Nullable Object> row, int columns) {
    return row.subList(0, columns).stream()
        .map(CsvTable::cell)
        .collect(Collectors.joining(SEPARATOR));
  }
}
