package org.spillway.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the CSV tables of two output folders cell by cell. Rows and columns must have the same
 * order. Text must be the same; of numbers, those that differ by no more than a billionth agree,
 * for sums in another order end in other digits.
 */
final class TableCheck {
  /** Small enough that counts of up to hundreds of millions must be the same. */
  private static final double RELATIVE_TOLERANCE = 1e-9;

  /** For what is the difference of two near numbers, such as share_difference. */
  private static final double ABSOLUTE_TOLERANCE = 1e-13;

  private static final String TABLES = "writeup/tables";

  /** Of this one, a tool counts only some rows: Spillway's reader tells more than others do. */
  private static final String QUALITY = TABLES + "/data_quality.csv";

  private static final String READINESS = "processed/movielens_interference_setup_readiness.csv";

  private final Path expected;
  private final Path actual;
  private final List<Disagreement> found = new ArrayList<>();

  private TableCheck(Path expected, Path actual) {
    this.expected = expected;
    this.actual = actual;
  }

  /** Compares all tables and the readiness file, and tells where they differ; nowhere, if empty. */
  static List<Disagreement> of(Path expected, Path actual) throws IOException {
    TableCheck check = new TableCheck(expected, actual);
    Set<String> tables = new HashSet<>();
    for (Path folder : List.of(expected, actual)) {
      try (Stream<Path> files = Files.list(folder.resolve(TABLES))) {
        files.forEach(file -> tables.add(TABLES + "/" + file.getFileName()));
      }
    }
    for (String table : tables.stream().sorted().toList()) {
      check.table(table);
    }
    check.table(READINESS);
    return check.found;
  }

  private void table(String file) throws IOException {
    for (Path folder : List.of(expected, actual)) {
      if (!Files.exists(folder.resolve(file))) {
        found.add(
            new Disagreement(
                file,
                "",
                "",
                folder.equals(expected) ? "no such file" : "it",
                folder.equals(expected) ? "it" : "no such file"));
        return;
      }
    }
    List<List<String>> a = read(expected.resolve(file));
    List<List<String>> b = read(actual.resolve(file));
    if (file.equals(QUALITY)) {
      quality(a, b);
    } else {
      rows(file, a, b);
    }
  }

  private void quality(List<List<String>> a, List<List<String>> b) {
    Set<List<String>> known = new HashSet<>(a);
    for (int row = 0; row < b.size(); row++) {
      if (!known.contains(b.get(row))) {
        found.add(new Disagreement(QUALITY, row(row, b), "", "no such row", "" + b.get(row)));
      }
    }
  }

  private void rows(String file, List<List<String>> a, List<List<String>> b) {
    if (a.size() != b.size()) {
      found.add(new Disagreement(file, "", "", (a.size() - 1) + " rows", (b.size() - 1) + " rows"));
    }
    if (!a.get(0).equals(b.get(0))) {
      found.add(new Disagreement(file, "", "", "columns " + a.get(0), "columns " + b.get(0)));
      return;
    }
    for (int row = 1; row < Math.min(a.size(), b.size()); row++) {
      List<String> cellsOfA = a.get(row);
      List<String> cellsOfB = b.get(row);
      for (int column = 0; column < Math.min(cellsOfA.size(), cellsOfB.size()); column++) {
        if (!agree(cellsOfA.get(column), cellsOfB.get(column))) {
          found.add(
              new Disagreement(
                  file,
                  row(row, a),
                  a.get(0).get(column),
                  quoted(cellsOfA.get(column)),
                  quoted(cellsOfB.get(column))));
        }
      }
      if (cellsOfA.size() != cellsOfB.size()) {
        found.add(
            new Disagreement(
                file, row(row, a), "", cellsOfA.size() + " cells", cellsOfB.size() + " cells"));
      }
    }
  }

  private static String row(int row, List<List<String>> table) {
    return row + " (" + table.get(row).get(0) + ")";
  }

  private static String quoted(String cell) {
    return cell.isEmpty() ? "an empty cell" : cell;
  }

  /** Whether two cells say the same. */
  static boolean agree(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    if (!isNumber(a) || !isNumber(b)) {
      return false;
    }
    double x = Double.parseDouble(a);
    double y = Double.parseDouble(b);
    double size = Math.max(Math.abs(x), Math.abs(y));
    return Math.abs(x - y) <= Math.max(size * RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE);
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?\\d{1,18}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
  }

  private static List<List<String>> read(Path file) throws IOException {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file);
        Stream<CsvRecord> records = csv.stream()) {
      return records.map(record -> List.copyOf(record.getFields())).toList();
    }
  }
}
