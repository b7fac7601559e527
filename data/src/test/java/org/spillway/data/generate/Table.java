package org.spillway.data.generate;

import java.util.ArrayList;
import java.util.List;
import org.spillway.data.testing.FixtureEntry;

/** A CSV in memory, read as RFC 4180 has it. */
record Table(List<String> header, List<List<String>> rows) {

  static Table of(FixtureEntry entry) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    String text = entry.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return new Table(rows.get(0), rows.subList(1, rows.size()));
  }

  List<String> column(String name) {
    int index = header.indexOf(name);
    return rows.stream().map(row -> row.get(index)).toList();
  }

  int[] ints(String name) {
    return column(name).stream().mapToInt(Integer::parseInt).toArray();
  }

  double[] doubles(String name) {
    return column(name).stream().mapToDouble(Double::parseDouble).toArray();
  }
}
