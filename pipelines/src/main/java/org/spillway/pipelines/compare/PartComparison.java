package org.spillway.pipelines.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spillway.schemas.SummaryTable;

/**
 * A part of two runs, table by table.
 *
 * @param part which part
 * @param tables those of the first run in its order, then those that only the second has
 */
public record PartComparison(Part part, List<TableComparison> tables) {

  /** Compares the tables of the same name; one that is missing counts as one without rows. */
  static PartComparison of(Part part, List<SummaryTable> a, List<SummaryTable> b) {
    Map<String, SummaryTable> byNameOfA = byName(a);
    Map<String, SummaryTable> byNameOfB = byName(b);
    List<TableComparison> tables = new ArrayList<>();
    byNameOfA.forEach(
        (name, table) ->
            tables.add(TableComparison.of(table, byNameOfB.getOrDefault(name, empty(table)))));
    byNameOfB.forEach(
        (name, table) -> {
          if (!byNameOfA.containsKey(name)) {
            tables.add(TableComparison.of(empty(table), table));
          }
        });
    return new PartComparison(part, List.copyOf(tables));
  }

  /** Whether all tables are the same. */
  public boolean isSame() {
    return tables.stream().allMatch(TableComparison::isSame);
  }

  /** The tables that differ. */
  public List<TableComparison> differing() {
    return tables.stream().filter(table -> !table.isSame()).toList();
  }

  /** What differs, in a phrase. */
  public String summary() {
    if (isSame()) {
      return "no differences";
    }
    return tables.size() == 1
        ? tables.get(0).summary()
        : differing().size() + " of " + tables.size() + " tables differ";
  }

  private static Map<String, SummaryTable> byName(List<SummaryTable> tables) {
    Map<String, SummaryTable> byName = new LinkedHashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    return byName;
  }

  private static SummaryTable empty(SummaryTable like) {
    return new SummaryTable(like.name(), like.columns(), List.of());
  }
}
