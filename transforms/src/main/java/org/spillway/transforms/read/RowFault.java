package org.spillway.transforms.read;

import java.util.Locale;

/** Why a row is rejected. */
enum RowFault {
  TOO_LONG,
  TEXT_TOO_LONG,
  NUL_BYTE,
  INVALID_UTF8,
  QUOTING,
  CELL_COUNT,
  INVALID_ID,
  INVALID_RATING,
  INVALID_TIMESTAMP,
  TIMESTAMP_IN_MILLISECONDS,
  REPEATED_MOVIE,
  TOO_MANY_GENRES;

  /** Whether the row may have begun or ended at the wrong place: where its quotes are wrong. */
  boolean isOfExtent() {
    return this == TOO_LONG || this == TEXT_TOO_LONG || this == QUOTING || this == CELL_COUNT;
  }

  /** The figure that counts these in an entry's report. */
  String figure() {
    return EntryFigures.REJECTED_PREFIX + name().toLowerCase(Locale.ROOT);
  }
}
