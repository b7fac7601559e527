package org.spillway.data.movielens;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.data.movielens.ReferenceFigure.Kind;

class ReferenceFigureTest {
  @ParameterizedTest
  @CsvSource({
    "617851, 617851, true",
    "617851, 617851.0, true",
    "617851, 617852, false",
    "617851, 617850.9999, false",
    "0.5780, 0.5780, true",
    "0.5780, 0.57804999, true",
    "0.5780, 0.578051, true", // the seed's single precision
    "0.5780, 0.578052, false",
    "0.5780, 0.57795, true",
    "0.5780, 0.577948, false",
    "-0.0015, -0.00146, true",
    "-0.0015, 0.0015, false",
    "4018.0000, 4018, true",
    "4018.0000, 4019, false",
    "4018.0000, many, false",
    "4018.0000, NaN, false"
  })
  void numbersAgreeToThePrintedDecimals(String printed, String cell, boolean agrees) {
    assertThat(figure(Kind.NUMBER, printed).agreesWith(cell), is(agrees));
  }

  @Test
  void numbersOfAnyTypeAreCompared() {
    assertThat(figure(Kind.NUMBER, "12.0000").agreesWith(12), is(true));
    assertThat(figure(Kind.NUMBER, "12").agreesWith(12L), is(true));
    assertThat(figure(Kind.NUMBER, "3.5000").agreesWith(3.5f), is(true));
    assertThat(figure(Kind.NUMBER, "0.9596").agreesWith(0.95958333), is(true));
    assertThat(figure(Kind.NUMBER, "0.9596").agreesWith(Double.NaN), is(false));
  }

  @Test
  void decimalsAreThoseThatWerePrinted() {
    assertThat(figure(Kind.NUMBER, "4018.0000").decimals(), is(4));
    assertThat(figure(Kind.NUMBER, "4018").decimals(), is(0));
    assertThat(figure(Kind.TEXT, "1.25").decimals(), is(0));
  }

  @Test
  void textsMustBeEqual() {
    assertThat(figure(Kind.TEXT, "Drama").agreesWith("Drama"), is(true));
    assertThat(figure(Kind.TEXT, "Drama").agreesWith("drama"), is(false));
    assertThat(figure(Kind.TEXT, "Drama").agreesWith("Drama|War"), is(false));
    assertThat(figure(Kind.TEXT, "True").agreesWith(true), is(true));
    assertThat(figure(Kind.TEXT, "True").agreesWith("true"), is(true));
    assertThat(figure(Kind.TEXT, "True").agreesWith(false), is(false));
  }

  @Test
  void cutTextsAgreeWithWhatStartsSo() {
    assertThat(figure(Kind.PREFIX, "Star Wars: Ep").agreesWith("Star Wars: Episode V"), is(true));
    assertThat(figure(Kind.PREFIX, "Star Wars: Ep").agreesWith("Star Wars"), is(false));
  }

  @Test
  void timesOfAnyTypeAreCompared() {
    ReferenceFigure figure = figure(Kind.TIME, "2009-12-31 06:58:12");

    assertThat(figure.agreesWith(LocalDateTime.of(2009, 12, 31, 6, 58, 12)), is(true));
    assertThat(figure.agreesWith(Instant.parse("2009-12-31T06:58:12Z")), is(true));
    assertThat(figure.agreesWith("2009-12-31 06:58:12"), is(true));
    assertThat(figure.agreesWith("2009-12-31T06:58:12"), is(true));
    assertThat(figure.agreesWith(Instant.parse("2009-12-31T06:58:13Z")), is(false));
  }

  @Test
  void nothingAgreesWithNull() {
    for (Kind kind : Kind.values()) {
      assertThat(figure(kind, "1").agreesWith(null), is(false));
    }
  }

  @Test
  void rowsAreNamedByTheirFirstCellOrTheirPlace() {
    assertThat(
        new ReferenceFigure("top_users", "#3", "userId", Kind.NUMBER, "1").place(),
        is(OptionalInt.of(3)));
    assertThat(figure(Kind.NUMBER, "1").place(), is(OptionalInt.empty()));
  }

  private static ReferenceFigure figure(Kind kind, String value) {
    return new ReferenceFigure("table", "row", "column", kind, value);
  }
}
