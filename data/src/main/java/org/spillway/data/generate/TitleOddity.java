package org.spillway.data.generate;

/**
 * The ways in which a title of the real sets departs from {@code Name (1987)}, each of which a
 * reader must cope with (setup spec, section 2). {@code share} is how many titles have it.
 */
enum TitleOddity {
  /** {@code "Name" Place (1987)}, so that the cell starts with three quotes. */
  QUOTES_AT_START(0.0001),
  /** {@code The "Name" Place (1987)}. */
  QUOTES_INSIDE(0.0002),
  /** {@code 11'09"01 - Name (1987)}: a lone quote. */
  LONE_QUOTE(0.00002),
  /** A no-break space between name and year, as in {@code Name\u00A0(1987)}. */
  NO_BREAK_SPACE_BEFORE_YEAR(0.00005),
  /** A no-break space at the end. */
  NO_BREAK_SPACE_AT_END(0.00005),
  /** One or two spaces at the end. */
  SPACES_AT_END(0.0018),
  /** {@code Name} and nothing else. */
  NO_YEAR(0.0066),
  /** {@code Name 1987}. */
  YEAR_WITHOUT_PARENTHESES(0.0002),
  /** {@code Name (2006–2007)}, with an en dash. */
  YEAR_RANGE(0.00003),
  /** {@code Name (1987) (1987)}. */
  YEAR_TWICE(0.00003),
  /** {@code Name (1987))}. */
  PARENTHESIS_TOO_MANY(0.00002),
  /** {@code Name (1987) (Other Name)}. */
  YEAR_NOT_LAST(0.00004),
  /** A zero width space at the end, which isn't white space. */
  ZERO_WIDTH_SPACE(0.00002);

  private final double share;

  TitleOddity(double share) {
    this.share = share;
  }

  double share() {
    return share;
  }
}
