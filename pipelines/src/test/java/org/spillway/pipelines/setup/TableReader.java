package org.spillway.pipelines.setup;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads results back with other programs' readers: DuckDB for Parquet, FastCSV for CSV. */
final class TableReader {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private TableReader() {}

  /** The rows of a Parquet file in its order, each cell as text; null becomes empty. */
  static List<Map<String, String>> parquet(Path file) throws SQLException {
    return query("SELECT * FROM '" + file + "' ORDER BY file_row_number", "file_row_number");
  }

  /** DuckDB's name for each column's type, by column. */
  static Map<String, String> types(Path file) throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    for (Map<String, String> column : query("DESCRIBE SELECT * FROM '" + file + "'", "")) {
      types.put(column.get("column_name"), column.get("column_type"));
    }
    return types;
  }

  /** The rows of a query, each cell as text. */
  static List<Map<String, String>> query(String sql, String hiddenColumn) throws SQLException {
    String readable =
        hiddenColumn.isEmpty()
            ? sql
            : sql.replaceFirst("'([^']+)'", "read_parquet('$1', file_row_number = true)");
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet result = statement.executeQuery(readable)) {
      ResultSetMetaData columns = result.getMetaData();
      List<Map<String, String>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          if (!columns.getColumnName(i).equals(hiddenColumn)) {
            row.put(columns.getColumnName(i), text(result.getObject(i)));
          }
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** The rows of a CSV file with a header, in its order. */
  static List<Map<String, String>> csv(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<Map<String, String>> rows = new ArrayList<>();
      for (NamedCsvRecord record : reader) {
        rows.add(new LinkedHashMap<>(record.getFieldsAsMap()));
      }
      return rows;
    }
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Timestamp time
        ? time.toLocalDateTime().format(DATE_TIME)
        : value.toString();
  }
}
