package org.spillway.transforms.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of quoted text must give, by the rule in its shortest form: a record is what RFC 4180
 * says; where there is none, or one with another number of cells, the line is rejected and the next
 * one is looked at. Slow: for files of a few kilobytes.
 *
 * @param closes false if a quote never closes; then the rest is what was found up to there
 * @param rows the cells of the accepted rows
 * @param rejectedLines where the others begin, from 1
 */
record ObviousRecords(boolean closes, List<List<String>> rows, List<Long> rejectedLines) {

  /** What becomes of a record that has the right number of cells. */
  enum Verdict {
    ACCEPTED,
    REJECTED,

    /** Its first line is rejected, and those after it are looked at anew. */
    FIRST_LINE_REJECTED
  }

  private static final String CELL = "(?:\"[^\"]*+(?:\"\"[^\"]*+)*+\"|[^\",\r\n]*+)";
  private static final Pattern RECORD =
      Pattern.compile("(" + CELL + "(?:," + CELL + ")*+)(\r?\n|\r?\\z)");
  private static final Pattern OPEN_TO_THE_END =
      Pattern.compile("(?:" + CELL + ",)*+\"[^\"]*+(?:\"\"[^\"]*+)*+\\z");
  private static final Pattern NEXT_CELL = Pattern.compile(",(" + CELL + ")");

  /** Parses a file whose header is its first line. */
  static ObviousRecords parse(String csv, int columns, Function<List<String>, Verdict> judge) {
    List<List<String>> rows = new ArrayList<>();
    List<Long> rejectedLines = new ArrayList<>();
    Matcher emptyLines = Pattern.compile("(?<=\n)(\r?\n)*+\r?\\z").matcher(csv);
    int last = emptyLines.find() ? emptyLines.start() : csv.length();
    for (int at = csv.indexOf('\n') + 1; at > 0 && at < last; ) {
      if (OPEN_TO_THE_END.matcher(csv).region(at, csv.length()).lookingAt()) {
        return new ObviousRecords(false, rows, rejectedLines);
      }
      Matcher record = RECORD.matcher(csv).region(at, csv.length());
      Verdict verdict = Verdict.FIRST_LINE_REJECTED;
      if (record.lookingAt()) {
        List<String> cells = cells(record.group(1));
        verdict = cells.size() == columns ? judge.apply(cells) : verdict;
        if (verdict == Verdict.ACCEPTED) {
          rows.add(cells);
        }
      }
      if (verdict != Verdict.ACCEPTED) {
        rejectedLines.add(1 + csv.substring(0, at).chars().filter(c -> c == '\n').count());
      }
      int lineFeed = csv.indexOf('\n', at);
      int nextLine = lineFeed < 0 ? csv.length() : lineFeed + 1;
      at = verdict == Verdict.FIRST_LINE_REJECTED ? nextLine : record.end();
    }
    return new ObviousRecords(true, rows, rejectedLines);
  }

  long read() {
    return (long) rows.size() + rejectedLines.size();
  }

  private static List<String> cells(String record) {
    List<String> cells = new ArrayList<>();
    Matcher cell = NEXT_CELL.matcher("," + record);
    while (cell.find()) {
      String text = cell.group(1);
      cells.add(
          text.startsWith("\"")
              ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
              : text);
    }
    return cells;
  }
}
