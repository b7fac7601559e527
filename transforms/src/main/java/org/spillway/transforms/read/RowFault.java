package org.spillway.transforms.read;

import java.util.Locale;

/** Why a row is rejected. */
enum RowFault {
  TOO_LONG,
  NUL_BYTE,
  INVALID_UTF8,
  QUOTING,
  CELL_COUNT,
  INVALID_ID,
  INVALID_RATING,
  INVALID_TIMESTAMP,
  TIMESTAMP_IN_MILLISECONDS,
  REPEATED_MOVIE;

  /** The figure that counts these in an entry's report. */
  String figure() {
    return EntryFigures.REJECTED_PREFIX + name().toLowerCase(Locale.ROOT);
  }
}
