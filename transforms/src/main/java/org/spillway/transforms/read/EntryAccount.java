package org.spillway.transforms.read;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.RejectedRow;

/**
 * Keeps the account of an entry while it is read: each data row is accepted or rejected. Of the
 * rejected rows the first {@value #MAX_LISTED} are handed on, so that memory stays flat however bad
 * the entry is; those after them are counted, by reason and as {@link
 * EntryFigures#UNLISTED_REJECTED_ROWS}, and the last that is handed on says so.
 */
final class EntryAccount {

  /** Three times what an entry of ml-32m's size may have at the default share. */
  static final int MAX_LISTED = 100_000;

  private final Place place;
  private final String archiveName;
  private final double maxRejectedShare;
  private final ReadProgress progress;
  private final Consumer<RejectedRow> rejectedRows;
  private final Map<String, Long> figures = new TreeMap<>();
  private long read;
  private long accepted;
  private long rejected;
  private long millisecondRows;
  private @Nullable String firstRejection;

  /**
   * Opens the account of an entry.
   *
   * @param entryBytes its size once inflated
   * @param rejectedRows takes the rejected rows, in the order of the file
   */
  EntryAccount(
      Place place,
      String archiveName,
      double maxRejectedShare,
      long entryBytes,
      Consumer<RejectedRow> rejectedRows) {
    this.place = place;
    progress = ReadProgress.begin(place, entryBytes);
    this.archiveName = archiveName;
    this.maxRejectedShare = maxRejectedShare;
    this.rejectedRows = rejectedRows;
  }

  Place place() {
    return place;
  }

  /** Where it is told how far the read is. */
  ReadProgress progress() {
    return progress;
  }

  /** Counts the rows that a parser has gone past, each of which it has accepted or rejected. */
  void read(long rows) {
    read += rows;
  }

  /** Counts accepted rows. */
  void accept(long rows) {
    accepted += rows;
  }

  /**
   * Counts a rejected row, and hands it on if it is one of the first.
   *
   * @param column the name of the column at fault; empty for the row as a whole
   * @param reason what was expected and what was found
   * @param text the row, escaped and cut
   */
  void reject(RowFault fault, long line, String column, String reason, String text) {
    rejected++;
    add(fault.figure(), 1);
    millisecondRows += fault == RowFault.TIMESTAMP_IN_MILLISECONDS ? 1 : 0;
    if (firstRejection == null) {
      firstRejection = "line " + line + (column.isEmpty() ? "" : " " + column) + ": " + reason;
    }
    if (rejected < MAX_LISTED) {
      handOn(line, column, reason, text);
    } else if (rejected == MAX_LISTED) {
      handOn(line, column, reason + "; rejected rows after this one are not listed", text);
    } else {
      add(EntryFigures.UNLISTED_REJECTED_ROWS, 1);
    }
  }

  private void handOn(long line, String column, String reason, String text) {
    rejectedRows.accept(
        new RejectedRow(archiveName, String.valueOf(place.entry()), line, column, reason, text));
  }

  /** Adds to a figure, which is 0 before. */
  void add(String figure, long count) {
    figures.merge(figure, count, Long::sum);
  }

  /**
   * Closes the account, once the entry's data has been verified.
   *
   * @throws BadInputException if the timestamps look like milliseconds or too many rows were
   *     rejected
   * @throws IllegalStateException if the parser has gone past other rows than it has accepted and
   *     rejected
   */
  EntryReport close() {
    if (read != accepted + rejected) {
      throw new IllegalStateException(
          place
              + ": rows read must be rows accepted + rejected, but "
              + (read + " != " + accepted + " + " + rejected)
              + "; nothing is wrong with the file: please report this");
    }
    if (millisecondRows > read / 2) {
      throw new BadInputException(
          InputFault.MILLISECONDS,
          place,
          "the timestamps look like milliseconds",
          "seconds since 1970",
          millisecondRows + " of " + read + " rows a thousand times larger");
    }
    if (rejected > maxRejectedShare * read) {
      throw new BadInputException(
          InputFault.TOO_MANY_REJECTED,
          place,
          "too many rows were rejected",
          "at most " + maxRejectedShare + " of " + read + " rows",
          rejected + " rejected (the first: " + firstRejection + ")");
    }
    return new EntryReport(
        archiveName,
        String.valueOf(place.entry()),
        read,
        accepted,
        rejected,
        new TreeMap<>(figures));
  }
}
