package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @Test
  void everyYearBeginsWithItsFirstSecond() {
    assertThat(Timestamps.yearOf(0), is(1970));
    for (int year = 1971; year <= 2100; year++) {
      long start = LocalDateTime.of(year, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
      assertThat(Timestamps.yearOf(start - 1), is(year - 1));
      assertThat(Timestamps.yearOf(start), is(year));
      assertThat(Timestamps.yearOf(start + 1), is(year));
    }
    assertThat(Timestamps.yearOf(Timestamps.MAX), is(2100));
  }

  @Test
  void everyDayIsInItsYear() {
    LocalDate last = LocalDate.of(2100, 12, 31);
    for (LocalDate day = LocalDate.EPOCH; !day.isAfter(last); day = day.plusDays(1)) {
      long midnight = day.toEpochDay() * 86_400;
      assertThat(Timestamps.yearOf(midnight), is(day.getYear()));
      assertThat(Timestamps.yearOf(midnight + 86_399), is(day.getYear()));
    }
  }

  @Test
  void theLatestSecondIsTheLastOf2100() {
    assertThat(
        Timestamps.toDateTime(Timestamps.MAX), is(LocalDateTime.of(2100, 12, 31, 23, 59, 59)));
    assertThat(Timestamps.MAX < 1L << 32, is(true));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 4_133_980_800L, Long.MIN_VALUE, Long.MAX_VALUE})
  void aTimeOutsideTheYearsIsRefused(long seconds) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Timestamps.yearOf(seconds));

    assertThat(
        e.getMessage(),
        is("a time must be from 0 to 4133980799 seconds since 1970, but was: " + seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00",
    "789652004, 1995-01-09T11:46:44",
    "951782400, 2000-02-29T00:00:00",
    "1262076877, 2009-12-29T08:54:37",
    "1697164147, 2023-10-13T02:29:07",
    "4107542399, 2100-02-28T23:59:59",
    "4107542400, 2100-03-01T00:00:00",
    "-1, 1969-12-31T23:59:59"
  })
  void aDateTimeIsUtcWhateverTheZoneOfTheMachine(long seconds, LocalDateTime expected) {
    assertThat(Timestamps.toDateTime(seconds), is(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, 0",
    "100, 86499, 0",
    "100, 86500, 1",
    "100, 172899, 1",
    "100, 172900, 2",
    "0, 4133980799, 47846",
    "100, 99, -1"
  })
  void daysAreWholeAndRoundedDown(long first, long last, int days) {
    assertThat(Timestamps.daysBetween(first, last), is(days));
  }
}
