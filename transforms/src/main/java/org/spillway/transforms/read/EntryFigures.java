package org.spillway.transforms.read;

/**
 * The names of the figures in the reports of {@link ReadZipCsv}'s transforms. A figure of 0 is
 * present, except for {@link #UNLISTED_REJECTED_ROWS} and those with {@link #REJECTED_PREFIX}.
 */
public final class EntryFigures {

  /** 1 if the entry begins with a UTF-8 byte order mark. */
  public static final String HAS_BYTE_ORDER_MARK = "has_byte_order_mark";

  /** Lines, the header among them, that end in CR LF; a quoted line break does not count. */
  public static final String LINES_ENDING_IN_CRLF = "lines_ending_in_crlf";

  /** Lines, the header among them, that end in LF alone; a quoted line break does not count. */
  public static final String LINES_ENDING_IN_LF = "lines_ending_in_lf";

  /**
   * Movies, tags, links: line breaks in quoted cells, so lines that are no row of their own. In
   * MovieLens there are none; a quote that strays can make some.
   */
  public static final String QUOTED_LINE_BREAKS = "quoted_line_breaks";

  /** Columns of the header that are not read. */
  public static final String EXTRA_COLUMNS = "extra_columns";

  /** 1 if the columns that are read are not in MovieLens' order. */
  public static final String HAS_REORDERED_COLUMNS = "has_reordered_columns";

  /**
   * Ratings: accepted rows whose (userId, movieId) is less than that of the accepted row before.
   */
  public static final String ROWS_OUT_OF_ORDER = "rows_out_of_order";

  /** Ratings: accepted rows whose (userId, movieId) is that of the accepted row before. */
  public static final String ADJACENT_REPEATED_PAIRS = "adjacent_repeated_pairs";

  /** 1 if {@code checksums.txt} names the entry and its MD5 is that. */
  public static final String MD5_MATCHES = "md5_matches";

  /** 1 if {@code checksums.txt} names the entry and its MD5 is another. */
  public static final String MD5_MISMATCHES = "md5_mismatches";

  /**
   * Rejected rows that are not handed on one by one, since 100,000 were before them; all of them
   * are counted by reason.
   */
  public static final String UNLISTED_REJECTED_ROWS = "unlisted_rejected_rows";

  /** What the figures begin with that count rejected rows by reason. */
  public static final String REJECTED_PREFIX = "rejected_";

  /** Archive: entries that are folders. */
  public static final String FOLDERS = "folders";

  /** Archive: entries that are none of MovieLens' files, such as {@code .DS_Store}. */
  public static final String STRANGERS = "strangers";

  private EntryFigures() {}
}
