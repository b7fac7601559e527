package org.spillway.schemas;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times of ratings and tags: whole seconds since 1970-01-01T00:00:00 UTC, to the end of 2100. */
public final class Timestamps {

  /** The first year that a time can be in. */
  public static final int FIRST_YEAR = 1970;

  /** The last year that a time can be in. */
  public static final int LAST_YEAR = 2100;

  private static final long SECONDS_PER_DAY = 86_400;

  /** The latest second that is accepted: the last of the year 2100. */
  public static final long MAX = secondsAt(LAST_YEAR + 1) - 1;

  private static final double SECONDS_PER_YEAR = 365.2425 * SECONDS_PER_DAY;
  private static final long[] YEAR_STARTS = yearStarts();

  private Timestamps() {}

  /**
   * The UTC calendar year of a time.
   *
   * @throws IllegalArgumentException if the time is not from 1970 to 2100
   */
  public static int yearOf(long seconds) {
    if (seconds < 0 || seconds > MAX) {
      throw new IllegalArgumentException(
          "a time must be from 0 to " + MAX + " seconds since 1970, but was: " + seconds);
    }
    int guess = (int) (seconds / SECONDS_PER_YEAR);
    while (seconds < YEAR_STARTS[guess]) {
      guess--;
    }
    while (seconds >= YEAR_STARTS[guess + 1]) {
      guess++;
    }
    return FIRST_YEAR + guess;
  }

  /** Whole days, rounded down, from one time to another that is not before it. */
  public static int daysBetween(long first, long last) {
    return (int) Math.floorDiv(last - first, SECONDS_PER_DAY);
  }

  /** The UTC date and time, without a zone. */
  public static LocalDateTime toDateTime(long seconds) {
    return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
  }

  private static long[] yearStarts() {
    // One more than there are years, so that each year's end is known too.
    long[] starts = new long[LAST_YEAR - FIRST_YEAR + 2];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = secondsAt(FIRST_YEAR + i);
    }
    return starts;
  }

  private static long secondsAt(int year) {
    return LocalDate.of(year, 1, 1).toEpochDay() * SECONDS_PER_DAY;
  }
}
