package org.spillway.transforms.summaries;

import org.spillway.schemas.SummaryTable;

/** Collects a table with a {@link Description} in each row, its first column being the name. */
final class DescribeTable {
  private final SummaryTable.Builder table;

  private DescribeTable(SummaryTable.Builder table) {
    this.table = table;
  }

  static DescribeTable named(String name) {
    String[] columns = new String[Description.COLUMNS.length + 1];
    columns[0] = "column";
    System.arraycopy(Description.COLUMNS, 0, columns, 1, Description.COLUMNS.length);
    return new DescribeTable(SummaryTable.builder(name, columns));
  }

  DescribeTable row(String name, double[] values) {
    table.row(Description.of(values).cells(name));
    return this;
  }

  SummaryTable build() {
    return table.build();
  }
}
