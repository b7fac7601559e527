package org.spillway.transforms.readiness;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.SummaryTable;

/** The summary tables of a run, by name. */
public final class RunTables {
  private final Map<String, SummaryTable> byName = new TreeMap<>();

  /** The tables of a run. */
  public RunTables(Iterable<SummaryTable> tables) {
    tables.forEach(table -> byName.put(table.name(), table));
  }

  /**
   * The table with this name.
   *
   * @throws IllegalStateException if the run has none
   */
  public SummaryTable table(String name) {
    SummaryTable table = byName.get(name);
    if (table == null) {
      throw new IllegalStateException(
          "the readiness checks need the table " + name + ", but got: " + byName.keySet());
    }
    return table;
  }

  /** A figure of a table with the columns metric and value. */
  @Nullable Object metric(String table, String metric) {
    return table(table).metric(metric);
  }

  /** A count of a table with the columns metric and value. */
  long count(String table, String metric) {
    Object value = metric(table, metric);
    if (value instanceof Long count) {
      return count;
    }
    throw new IllegalStateException(
        "the figure " + metric + " of " + table + " must be a count, but was: " + value);
  }
}
