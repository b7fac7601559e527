package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummaryTableTest {

  private static final SummaryTable GENRES =
      SummaryTable.builder("genre_summary", "genre", "rows", "mean")
          .row("Drama", 12, 3.5)
          .row("Horror", 3L, null)
          .build();

  @Test
  void hasItsCellsByRowAndColumn() {
    assertThat(GENRES.name(), is("genre_summary"));
    assertThat(GENRES.columns(), is(List.of("genre", "rows", "mean")));
    assertThat(
        GENRES.rows(), is(List.of(List.of("Drama", 12L, 3.5), Arrays.asList("Horror", 3L, null))));
    assertThat(GENRES.cell(0, "rows"), is(12L));
    assertThat(GENRES.cell(1, "genre"), is("Horror"));
    assertThat(GENRES.cell(1, "mean"), is(nullValue()));
  }

  @Test
  void anIntIsALong() {
    assertThat(GENRES.cell(0, "rows"), is((Object) 12L));
    assertThat(new ReadinessCheck("rows", 12, "Rows.").value(), is((Object) 12L));
  }

  @Test
  void aTableOfFiguresIsReadByName() {
    SummaryTable table =
        SummaryTable.metrics("movie_summary")
            .row("movies", 87_585)
            .row("median_genres_per_movie", 1.0)
            .row("nothing", null)
            .build();

    assertThat(table.columns(), is(List.of("metric", "value")));
    assertThat(table.metric("movies"), is(87_585L));
    assertThat(table.metric("median_genres_per_movie"), is(1.0));
    assertThat(table.metric("nothing"), is(nullValue()));
  }

  @Test
  void anUnknownColumnIsNamed() {
    assertThat(
        messageOf(() -> GENRES.cell(0, "movies")),
        is("table genre_summary has no column movies; it has [genre, rows, mean]"));
  }

  @Test
  void anUnknownFigureIsNamed() {
    assertThat(
        messageOf(() -> GENRES.metric("Comedy")), is("table genre_summary has no row Comedy"));
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    assertThat(
        messageOf(() -> SummaryTable.metrics("m").row("movies").build()),
        is("a row of m must have 2 cells, but had: 1"));
    assertThat(
        messageOf(() -> SummaryTable.metrics("m").row("movies", 1, 2).build()),
        is("a row of m must have 2 cells, but had: 3"));
    assertThat(
        messageOf(() -> SummaryTable.metrics("m").row().build()),
        is("a row of m must have 2 cells, but had: 0"));
  }

  @Test
  void aTableWithoutColumnsIsRefused() {
    assertThat(
        messageOf(() -> SummaryTable.builder("m").build()),
        is("table m must have a column, but has none"));
  }

  @Test
  void aCellOfAnotherTypeIsRefused() {
    for (Object cell :
        new Object[] {1.5f, (short) 1, 'c', BigDecimal.ONE, Instant.EPOCH, List.of(), new int[0]}) {
      String expected =
          "a cell must hold a long, double, String, boolean or LocalDateTime, but was: "
              + cell.getClass().getName();
      assertThat(
          messageOf(() -> SummaryTable.metrics("m").row("movies", cell).build()), is(expected));
      assertThat(messageOf(() -> new ReadinessCheck("c", cell, "")), is(expected));
    }
  }

  @Test
  void aTimeWithAFractionOfASecondIsRefused() {
    LocalDateTime time = LocalDateTime.of(2023, 10, 13, 2, 29, 7, 500_000_000);

    assertThat(
        messageOf(() -> SummaryTable.metrics("m").row("last", time).build()),
        is("a time in a cell must be in whole seconds, but was: 2023-10-13T02:29:07.500"));
    assertThat(
        SummaryTable.metrics("m").row("last", time.withNano(0)).build().metric("last"),
        is(LocalDateTime.of(2023, 10, 13, 2, 29, 7)));
  }

  @Test
  void copiesWhatItIsMadeOfAndDoesNotChange() {
    List<@Nullable Object> row = new ArrayList<>(List.of("movies", 1L));
    List<List<@Nullable Object>> rows = new ArrayList<>(List.of(row));
    List<String> columns = new ArrayList<>(List.of("metric", "value"));
    SummaryTable table = new SummaryTable("m", columns, rows);
    row.set(1, 2L);
    rows.clear();
    columns.set(0, "other");

    assertThat(table, is(SummaryTable.metrics("m").row("movies", 1).build()));
    assertThrows(UnsupportedOperationException.class, () -> table.rows().clear());
    assertThrows(UnsupportedOperationException.class, () -> table.rows().get(0).set(0, "x"));
  }

  private static String messageOf(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }
}
