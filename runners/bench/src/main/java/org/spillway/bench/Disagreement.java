package org.spillway.bench;

/**
 * A place where another tool's result isn't Spillway's.
 *
 * @param file the table or Parquet file, relative to the output folder
 * @param row which row: its number from 1 and, of a table, its first cell; empty if it is about the
 *     whole file
 * @param column the column; empty if it is about the whole row
 * @param expected what Spillway has
 * @param actual what the other tool has
 */
record Disagreement(String file, String row, String column, String expected, String actual) {

  @Override
  public String toString() {
    return file
        + (row.isEmpty() ? "" : ", row " + row)
        + (column.isEmpty() ? "" : ", column " + column)
        + ": spillway has "
        + expected
        + ", the other has "
        + actual;
  }
}
