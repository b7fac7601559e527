package org.spillway.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares the four Parquet files of two output folders, row by row in the files' order, with
 * DuckDB as the reader. Names and types of the columns must be the same, and every cell; means and
 * rates may differ by a billionth.
 */
final class ParquetCheck {
  private static final List<String> FILES =
      List.of("ratings_sample", "items", "user_features", "slate_seed");

  private final Path expected;
  private final Path actual;
  private final Statement sql;
  private final List<Disagreement> found = new ArrayList<>();

  private ParquetCheck(Path expected, Path actual, Statement sql) {
    this.expected = expected;
    this.actual = actual;
    this.sql = sql;
  }

  /** Compares the files, and tells where they differ first in each column; nowhere, if empty. */
  static List<Disagreement> of(Path expected, Path actual) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      ParquetCheck check = new ParquetCheck(expected, actual, sql);
      for (String file : FILES) {
        check.file("processed/movielens_interference_" + file + ".parquet");
      }
      return check.found;
    }
  }

  private void file(String file) throws SQLException {
    if (!Files.exists(actual.resolve(file))) {
      found.add(new Disagreement(file, "", "", "it", "no such file"));
      return;
    }
    Map<String, String> columnsOfA = columns(expected.resolve(file));
    Map<String, String> columnsOfB = columns(actual.resolve(file));
    // Maps are equal whatever their order, and the columns' order matters too.
    if (!columnsOfA.toString().equals(columnsOfB.toString())) {
      found.add(new Disagreement(file, "", "", "columns " + columnsOfA, "columns " + columnsOfB));
      return;
    }
    long rowsOfA = count(expected.resolve(file));
    long rowsOfB = count(actual.resolve(file));
    if (rowsOfA != rowsOfB) {
      found.add(new Disagreement(file, "", "", rowsOfA + " rows", rowsOfB + " rows"));
    }
    for (Map.Entry<String, String> column : columnsOfA.entrySet()) {
      cells(file, column.getKey(), column.getValue());
    }
  }

  private Map<String, String> columns(Path file) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (ResultSet rows = sql.executeQuery("DESCRIBE FROM " + literal(file))) {
      while (rows.next()) {
        columns.put(rows.getString("column_name"), rows.getString("column_type"));
      }
    }
    return columns;
  }

  private long count(Path file) throws SQLException {
    try (ResultSet rows = sql.executeQuery("SELECT count(*) FROM " + literal(file))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void cells(String file, String column, String type) throws SQLException {
    String differ =
        Objects.equals(type, "DOUBLE")
            ? "a IS DISTINCT FROM b AND NOT coalesce(abs(a - b) <= 1e-9 * greatest(abs(a),"
                + " abs(b)), false)"
            : "a IS DISTINCT FROM b";
    String query =
        String.format(
            "SELECT row, a, b FROM (SELECT row_number() OVER () AS row, a, b FROM"
                + " (SELECT \"%s\" AS a FROM %s) POSITIONAL JOIN (SELECT \"%s\" AS b FROM %s))"
                + " WHERE %s ORDER BY row LIMIT 1",
            column, literal(expected.resolve(file)), column, literal(actual.resolve(file)), differ);
    try (ResultSet rows = sql.executeQuery(query)) {
      if (rows.next()) {
        found.add(
            new Disagreement(
                file, rows.getString(1), column, rows.getString(2), rows.getString(3)));
      }
    }
  }

  private static String literal(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }
}
