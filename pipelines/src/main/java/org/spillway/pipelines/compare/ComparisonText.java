package org.spillway.pipelines.compare;

import java.io.PrintWriter;
import java.util.List;

/**
 * A comparison as text for a terminal. Control characters that a title or a tag brings along are
 * replaced, or they would command the terminal.
 */
public final class ComparisonText {
  private static final String CONTROL = "\\p{Cc}";
  private static final String REPLACEMENT = "\uFFFD";

  private final PrintWriter out;
  private final int limit;

  private ComparisonText(PrintWriter out, int limit) {
    this.out = out;
    this.limit = limit;
  }

  /**
   * Prints a comparison.
   *
   * @param limit how many cells, and how many rows of either run alone, to print of each table
   */
  public static void print(RunComparison comparison, int limit, PrintWriter out) {
    ComparisonText text = new ComparisonText(out, limit);
    text.line("A: " + comparison.a());
    text.line("B: " + comparison.b());
    comparison.parts().forEach(text::part);
    text.line(comparison.verdict());
    out.flush();
  }

  private void part(PartComparison part) {
    line(part.part().title() + ": " + part.summary());
    for (TableComparison table : part.differing()) {
      if (part.tables().size() > 1) {
        line("  " + table.name() + ": " + table.summary());
      }
      cells(table.differing());
      names("rows only in A", table.rowsOnlyInA());
      names("rows only in B", table.rowsOnlyInB());
      names("columns only in A", table.columnsOnlyInA());
      names("columns only in B", table.columnsOnlyInB());
    }
  }

  private void cells(List<CellDifference> cells) {
    for (CellDifference cell : cells.subList(0, Math.min(limit, cells.size()))) {
      line(
          String.format(
              "    %s, %s: %s -> %s%s",
              cell.row(), cell.column(), shown(cell.a()), shown(cell.b()), change(cell)));
    }
    if (cells.size() > limit) {
      line("    and " + (cells.size() - limit) + " more cells");
    }
  }

  private void names(String what, List<String> names) {
    if (!names.isEmpty()) {
      String more = names.size() > limit ? "; and " + (names.size() - limit) + " more" : "";
      line(
          "    "
              + what
              + ": "
              + String.join("; ", names.subList(0, Math.min(limit, names.size())))
              + more);
    }
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? "nothing" : cell;
  }

  private static String change(CellDifference cell) {
    if (cell.change().isEmpty()) {
      return "";
    }
    String relative = cell.relativeChange();
    return " (" + cell.change() + (relative.isEmpty() ? "" : ", " + relative + " %") + ")";
  }

  private void line(String line) {
    out.println(line.replaceAll(CONTROL, REPLACEMENT));
  }
}
