package org.spillway.transforms.write;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads Parquet files with DuckDB, which shares no code with what wrote them. */
final class DuckDb {

  private DuckDb() {}

  /** The rows of a query as text, cells separated by tabs; {@code %s} in it is the file. */
  static List<String> query(String sql, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql.replace("%s", "'" + file + "'"))) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          cells.add(result.getString(i));
        }
        rows.add(String.join("\t", cells));
      }
      return rows;
    }
  }

  /** Each column as {@code name type}. */
  static List<String> columns(Path file) throws SQLException {
    return query("SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM %s)", file);
  }
}
