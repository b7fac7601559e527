package org.spillway.transforms.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where in a row the columns are that a reader wants. */
final class Header {
  /** In so many bytes UTF-16 shows. */
  private static final int UTF_16_SAMPLE = 32;

  private final List<String> columns;
  private final int[] places;
  private final int cells;

  private Header(List<String> columns, int[] places, int cells) {
    this.columns = columns;
    this.places = places;
    this.cells = cells;
  }

  /**
   * Finds the wanted columns in a header.
   *
   * @throws BadInputException if one of them is missing; or else if any column occurs twice
   */
  static Header of(Place place, List<String> wanted, List<String> names) {
    int[] places = new int[wanted.size()];
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      places[i] = names.indexOf(wanted.get(i));
      if (places[i] < 0) {
        missing.add(wanted.get(i));
      }
    }
    if (!missing.isEmpty()) {
      throw new BadInputException(
          InputFault.MISSING_COLUMN,
          place.line(1).column(missing.get(0)),
          "no column " + String.join(", ", missing),
          "the columns " + String.join(",", wanted),
          "the header " + shown(names));
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new BadInputException(
            InputFault.REPEATED_COLUMN,
            place.line(1).column(name),
            "the column " + Excerpt.quoted(name) + " occurs twice",
            "each column once",
            "the header " + shown(names));
      }
    }
    return new Header(wanted, places, names.size());
  }

  /**
   * Reads a header's line.
   *
   * @throws BadInputException if it is empty or unreadable, or as {@link #of} does
   */
  static Header read(Place place, List<String> wanted, byte[] bytes, int start, int end) {
    if (start == end) {
      throw noData(place, "a header", "an empty line");
    }
    checkForm(place, wanted, bytes, start, end);
    try {
      CsvCells cells = new CsvCells();
      cells.split(bytes, start, end);
      return of(place, wanted, cells.texts());
    } catch (RowRejectedException e) {
      throw unreadable(place, wanted, found(e.fault()));
    }
  }

  /** Throws if the line is none of UTF-8, or has lines in it that end in CR alone. */
  private static void checkForm(
      Place place, List<String> wanted, byte[] bytes, int start, int end) {
    if (looksLikeUtf16(bytes, start, end)) {
      throw unreadable(place, wanted, "what looks like UTF-16: save the file as UTF-8");
    }
    for (int i = start; i < end && bytes[i] != '"'; i++) {
      if (bytes[i] == '\r') {
        throw unreadable(
            place, wanted, "a line that ends in CR alone: save the file with LF or CRLF");
      }
    }
  }

  /** Whether there is a byte order mark of UTF-16, or every other byte is NUL to begin with. */
  private static boolean looksLikeUtf16(byte[] bytes, int start, int end) {
    if (end - start < 2) {
      return false;
    }
    int first = bytes[start] & 0xFF;
    int second = bytes[start + 1] & 0xFF;
    boolean hasMark = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
    boolean hasEvenNuls = true;
    boolean hasOddNuls = true;
    for (int i = start; i < Math.min(end, start + UTF_16_SAMPLE); i++) {
      hasEvenNuls &= (i - start) % 2 != 0 || bytes[i] == 0;
      hasOddNuls &= (i - start) % 2 == 0 || bytes[i] == 0;
    }
    return hasMark || hasEvenNuls || hasOddNuls;
  }

  static BadInputException noData(Place place, String expected, String found) {
    return new BadInputException(InputFault.NO_DATA, place, "no data", expected, found);
  }

  /** What a line of over {@link CsvRecords#MAX_BYTES}, of which these are the first, is. */
  static BadInputException tooLong(
      Place place, List<String> wanted, byte[] bytes, int start, int end) {
    checkForm(place, wanted, bytes, start, end);
    return unreadable(place, wanted, "a line of over " + CsvRecords.MAX_BYTES + " bytes");
  }

  static BadInputException unclosed(Place place, List<String> wanted) {
    return unreadable(place, wanted, "a quote that does not close on the same line");
  }

  private static String found(RowFault fault) {
    return switch (fault) {
      case INVALID_UTF8 -> "bytes that are not UTF-8";
      case NUL_BYTE -> "a NUL byte";
      default -> "quotes that are not as in RFC 4180";
    };
  }

  private static BadInputException unreadable(Place place, List<String> wanted, String found) {
    return new BadInputException(
        InputFault.HEADER_UNREADABLE,
        place.line(1),
        "the header is unreadable",
        "the columns " + String.join(",", wanted),
        found);
  }

  /** The name of a wanted column. */
  String name(int column) {
    return columns.get(column);
  }

  /** The index in a row of a wanted column's cell. */
  int place(int column) {
    return places[column];
  }

  /** How many cells a row must have. */
  int cells() {
    return cells;
  }

  /** Whether a row has exactly the wanted columns, in the wanted order. */
  boolean isUsual() {
    return cells == places.length && !isReordered();
  }

  /** Whether the wanted columns come in another order. */
  boolean isReordered() {
    for (int i = 1; i < places.length; i++) {
      if (places[i] < places[i - 1]) {
        return true;
      }
    }
    return false;
  }

  /** Counts what is unusual. */
  void report(EntryAccount account) {
    account.add(EntryFigures.EXTRA_COLUMNS, cells - places.length);
    account.add(EntryFigures.HAS_REORDERED_COLUMNS, isReordered() ? 1 : 0);
  }

  private static String shown(List<String> names) {
    return Excerpt.quoted(String.join(",", names));
  }
}
