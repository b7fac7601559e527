package org.spillway.transforms.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a ratings file must give, found line by line with no thought of time: what the parser is
 * compared with. The header must be the usual one.
 *
 * @param rows the accepted rows, each {@code userId,movieId,halfStars,timestamp}
 * @param rejectedLines the lines of the others, from 1
 * @param milliseconds how many of those have a time that may be one in milliseconds
 */
record ObviousRatings(List<String> rows, List<Long> rejectedLines, long milliseconds) {

  static ObviousRatings parse(String csv) {
    List<String> rows = new ArrayList<>();
    List<Long> rejectedLines = new ArrayList<>();
    long milliseconds = 0;
    String[] lines = csv.split("\n", -1);
    int last = lines.length - 1;
    while (lines[last].isEmpty() || lines[last].equals("\r")) {
      last--;
    }
    for (int i = 1; i <= last; i++) {
      String line =
          lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
      String[] cells = line.split(",", -1);
      boolean isRightButForTime =
          cells.length == 4
              && isId(cells[0])
              && isId(cells[1])
              && cells[2].matches("[0-9](\\.[0-9]+)?")
              && isOnScale(new BigDecimal(cells[2]))
              && cells[3].matches("[0-9]{1,18}");
      long time = isRightButForTime ? Long.parseLong(cells[3]) : -1;
      if (isRightButForTime && time <= 4_133_980_799L) {
        long halfStars = new BigDecimal(cells[2]).multiply(BigDecimal.valueOf(2)).longValueExact();
        rows.add(
            Long.parseLong(cells[0])
                + ","
                + Long.parseLong(cells[1])
                + ","
                + halfStars
                + ","
                + time);
      } else {
        rejectedLines.add(i + 1L);
        milliseconds += isRightButForTime && time <= 4_133_980_799_999L ? 1 : 0;
      }
    }
    return new ObviousRatings(rows, rejectedLines, milliseconds);
  }

  long read() {
    return (long) rows.size() + rejectedLines.size();
  }

  static boolean isId(String cell) {
    return cell.matches("[0-9]{1,10}")
        && Long.parseLong(cell) >= 1
        && Long.parseLong(cell) <= Integer.MAX_VALUE;
  }

  private static boolean isOnScale(BigDecimal stars) {
    BigDecimal halfStars = stars.multiply(BigDecimal.valueOf(2)).stripTrailingZeros();
    return halfStars.scale() <= 0
        && halfStars.compareTo(BigDecimal.ONE) >= 0
        && halfStars.compareTo(BigDecimal.TEN) <= 0;
  }
}
