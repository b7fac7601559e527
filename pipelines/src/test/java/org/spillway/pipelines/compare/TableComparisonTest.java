package org.spillway.pipelines.compare;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.SummaryTable;

class TableComparisonTest {

  @Test
  void cellsRowsAndColumns() {
    SummaryTable a =
        SummaryTable.builder("genres", "genre", "rows", "mean", "old")
            .row("Drama", 10, 3.5, 1)
            .row("Comedy", 5, 3.0, 1)
            .row("War", 1, null, 1)
            .build();
    SummaryTable b =
        SummaryTable.builder("genres", "genre", "mean", "rows", "new")
            .row("War", 4.0, 1, 2)
            .row("Drama", 3.25, 10, 2)
            .row("IMAX", 3.0, 2, 2)
            .build();

    assertThat(
        TableComparison.of(a, b),
        is(
            new TableComparison(
                "genres",
                4,
                List.of(
                    new CellDifference("Drama", "mean", "3.5", "3.25"),
                    new CellDifference("War", "mean", "", "4.0")),
                List.of("Comedy"),
                List.of("IMAX"),
                List.of("old"),
                List.of("new"))));
    assertThat(
        TableComparison.of(a, b).summary(),
        is(
            "2 of 4 cells differ, 1 row only in A, 1 row only in B, 1 column only in A,"
                + " 1 column only in B"));
  }

  @Test
  void theOrderOfRowsPlaysNoPart() {
    SummaryTable a = SummaryTable.metrics("m").row("x", 1).row("y", 2).build();
    SummaryTable b = SummaryTable.metrics("m").row("y", 2).row("x", 1).build();

    assertThat(TableComparison.of(a, b).isSame(), is(true));
    assertThat(TableComparison.of(a, b).summary(), is("no differences"));
  }

  @Test
  void aTableOfPairsHasPairsForKeys() {
    SummaryTable a = pairs().row("Drama", 1, 7).row("Drama", 2, 3).row("War", 1, 1).build();
    SummaryTable b = pairs().row("Drama", 1, 7).row("Drama", 2, 4).row("War", 1, 1).build();

    assertThat(
        TableComparison.of(a, b).differing(),
        contains(new CellDifference("Drama · 2", "slates", "3", "4")));
  }

  @Test
  void rowsThatAreRepeatedWhollyAreCounted() {
    SummaryTable a = pairs().row("Drama", 1, 7).row("Drama", 1, 7).build();
    SummaryTable b = pairs().row("Drama", 1, 7).build();

    assertThat(TableComparison.of(a, a).isSame(), is(true));
    assertThat(TableComparison.of(a, b).rowsOnlyInA(), contains("Drama · 1 · 7 (2)"));
    assertThat(TableComparison.of(a, b).rowsOnlyInB(), is(empty()));
  }

  private static SummaryTable.Builder pairs() {
    return SummaryTable.builder("slate_overlap", "cluster", "movies", "slates");
  }
}
