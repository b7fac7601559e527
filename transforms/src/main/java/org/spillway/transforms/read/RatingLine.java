package org.spillway.transforms.read;

import java.util.List;

/** Reads one line of ratings with every check: slow, exact, and with the reason if it is wrong. */
final class RatingLine {
  static final List<String> COLUMNS = List.of("userId", "movieId", "rating", "timestamp");
  static final int USER_ID = 0;
  static final int MOVIE_ID = 1;
  static final int RATING = 2;
  static final int TIMESTAMP = 3;

  private RatingLine() {}

  /**
   * The cells of a line, split at its commas.
   *
   * @throws RowRejectedException if it has quotes, NULs or bytes that are not UTF-8, or another
   *     number of cells than the header
   */
  static RowCells cells(Header header, byte[] bytes, int start, int end)
      throws RowRejectedException {
    boolean isAscii = true;
    for (int i = start; i < end; i++) {
      byte b = bytes[i];
      if (b == '"') {
        throw new RowRejectedException(
            RowFault.QUOTING, "", "expected no quotes in ratings, found one");
      }
      if (b == 0) {
        throw new RowRejectedException(RowFault.NUL_BYTE, "", "expected text, found a NUL byte");
      }
      isAscii &= b > 0;
    }
    if (!isAscii) {
      CsvCells.checkUtf8(bytes, start, end);
    }
    CsvCells split = new CsvCells();
    split.split(bytes, start, end);
    RowCells cells = new RowCells(header, split);
    cells.checkCount();
    return cells;
  }

  /** Takes the row if its four values are right. */
  static void read(RowCells cells, long row, RatingRows rows) throws RowRejectedException {
    int userId = cells.id(USER_ID);
    int movieId = cells.id(MOVIE_ID);
    int halfStars = cells.halfStars(RATING);
    rows.add(row, userId, movieId, halfStars, cells.timestamp(TIMESTAMP));
  }
}
