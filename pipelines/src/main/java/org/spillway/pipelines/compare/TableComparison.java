package org.spillway.pipelines.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.write.CsvTable;

/**
 * Two runs' versions of a table, cell by cell. Rows are found by their leading columns; their order
 * plays no part.
 *
 * @param name the table's name
 * @param cells how many cells both have, without those that name the rows
 * @param differing those of them that differ, in the first table's order
 * @param rowsOnlyInA the keys of rows that the second run has not
 * @param rowsOnlyInB the keys of rows that the first run has not
 * @param columnsOnlyInA columns that the second run has not
 * @param columnsOnlyInB columns that the first run has not
 */
public record TableComparison(
    String name,
    int cells,
    List<CellDifference> differing,
    List<String> rowsOnlyInA,
    List<String> rowsOnlyInB,
    List<String> columnsOnlyInA,
    List<String> columnsOnlyInB) {

  /** Compares two tables. */
  public static TableComparison of(SummaryTable a, SummaryTable b) {
    int keyColumns = RowKeys.columns(a, b);
    Map<String, List<@Nullable Object>> rowsOfA = RowKeys.byKey(a, keyColumns);
    Map<String, List<@Nullable Object>> rowsOfB = RowKeys.byKey(b, keyColumns);
    List<String> columns =
        a.columns().stream().skip(keyColumns).filter(b.columns()::contains).toList();
    List<CellDifference> differing = new ArrayList<>();
    int sharedRows = 0;
    for (Map.Entry<String, List<@Nullable Object>> row : rowsOfA.entrySet()) {
      List<@Nullable Object> other = rowsOfB.get(row.getKey());
      if (other == null) {
        continue;
      }
      sharedRows++;
      for (String column : columns) {
        String cellOfA = CsvTable.cell(row.getValue().get(a.columns().indexOf(column)));
        String cellOfB = CsvTable.cell(other.get(b.columns().indexOf(column)));
        if (!cellOfA.equals(cellOfB)) {
          differing.add(new CellDifference(row.getKey(), column, cellOfA, cellOfB));
        }
      }
    }
    return new TableComparison(
        a.name(),
        sharedRows * columns.size(),
        differing,
        without(rowsOfA.keySet(), rowsOfB.keySet()),
        without(rowsOfB.keySet(), rowsOfA.keySet()),
        without(new LinkedHashSet<>(a.columns()), Set.copyOf(b.columns())),
        without(new LinkedHashSet<>(b.columns()), Set.copyOf(a.columns())));
  }

  /** Whether the tables agree in everything but the order of rows and columns. */
  public boolean isSame() {
    return differing.isEmpty()
        && rowsOnlyInA.isEmpty()
        && rowsOnlyInB.isEmpty()
        && columnsOnlyInA.isEmpty()
        && columnsOnlyInB.isEmpty();
  }

  /** What differs, in a phrase such as {@code 3 of 40 cells differ, 1 row only in A}. */
  public String summary() {
    List<String> counts = new ArrayList<>();
    if (!differing.isEmpty()) {
      counts.add(
          String.format(
              "%d of %s %s",
              differing.size(),
              counted(cells, "cell"),
              differing.size() == 1 ? "differs" : "differ"));
    }
    count(counts, rowsOnlyInA, "row", "A");
    count(counts, rowsOnlyInB, "row", "B");
    count(counts, columnsOnlyInA, "column", "A");
    count(counts, columnsOnlyInB, "column", "B");
    return counts.isEmpty() ? "no differences" : String.join(", ", counts);
  }

  private static void count(List<String> counts, List<String> names, String noun, String run) {
    if (!names.isEmpty()) {
      counts.add(counted(names.size(), noun) + " only in " + run);
    }
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static List<String> without(Set<String> names, Set<String> others) {
    return names.stream().filter(name -> !others.contains(name)).toList();
  }
}
