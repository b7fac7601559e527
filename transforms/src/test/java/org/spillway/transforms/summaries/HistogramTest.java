package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.SummaryTable;

/** Checks the bins and counts of {@link Histogram}. */
final class HistogramTest {

  @Test
  void linearBinsTakeTheirStartAndTheLastTakesItsEndToo() {
    SummaryTable table =
        Histogram.linear(new double[] {1, 2, 2, 2.999, 3, 5}, 4).table("means", "users");

    assertThat(table.name(), is("means"));
    assertThat(table.columns(), is(List.of("bin_start", "bin_end", "users")));
    assertThat(
        table.rows(),
        is(
            List.of(
                List.of(1.0, 2.0, 1L),
                List.of(2.0, 3.0, 3L),
                List.of(3.0, 4.0, 1L),
                List.of(4.0, 5.0, 1L))));
  }

  @Test
  void equalValuesLieInTheMiddleOfBinsOneUnitWideTogether() {
    SummaryTable table = Histogram.linear(new double[] {3, 3, 3}, 2).table("means", "users");

    assertThat(table.rows(), is(List.of(List.of(2.5, 3.0, 0L), List.of(3.0, 3.5, 3L))));
  }

  @Test
  void aFewWholeNumbersHaveABinEach() {
    SummaryTable table = Histogram.logarithmic(new int[] {3, 1, 1, 4}, 80).table("tail", "movies");

    assertThat(
        table.rows(),
        is(
            List.of(
                List.of(0.5, 1.5, 2L),
                List.of(1.5, 2.5, 0L),
                List.of(2.5, 3.5, 1L),
                List.of(3.5, 4.5, 1L))));
  }

  @Test
  void logarithmicBinsGrowByAnEqualRatioOnceTheyAreWiderThanOne() {
    SummaryTable table =
        Histogram.logarithmic(IntStream.rangeClosed(1, 1000).toArray(), 10).table("tail", "movies");

    // Every whole number occurs once, so a bin's count is its width.
    assertThat(counts(table), is(List.of(1L, 2L, 4L, 8L, 16L, 31L, 63L, 125L, 250L, 500L)));
  }

  @Test
  void everyBinHoldsAWholeNumberAndGrowsButForRounding() {
    for (int max : new int[] {81, 100, 329, 2031, 67_310, 2_000_000_000}) {
      SummaryTable table = Histogram.logarithmic(new int[] {1, max}, 80).table("tail", "movies");

      assertThat(table.rows(), hasSize(80));
      double width = 1;
      double end = 0.5;
      for (int row = 0; row < 80; row++) {
        double binStart = (Double) table.cell(row, "bin_start");
        double binEnd = (Double) table.cell(row, "bin_end");
        assertThat("start of row " + row, binStart, is(end));
        assertThat("width of row " + row, binEnd - binStart, is(greaterThanOrEqualTo(1.0)));
        assertThat("width of row " + row, binEnd - binStart, is(greaterThanOrEqualTo(width - 1)));
        width = binEnd - binStart;
        end = binEnd;
      }
      assertThat(end, is(max + 0.5));
    }
  }

  @Test
  void everyValueIsCountedOnce() {
    int[] values = IntStream.range(0, 5000).map(i -> 20 + i % 97 * (i % 53)).toArray();

    SummaryTable table = Histogram.logarithmic(values, 60).table("activity", "users");

    assertThat(counts(table).stream().mapToLong(Long::longValue).sum(), is(5000L));
  }

  @Test
  void nothingHasNoBins() {
    assertThat(Histogram.linear(new double[0], 40).table("means", "users").rows(), is(empty()));
    assertThat(Histogram.logarithmic(new int[0], 60).table("tail", "users").rows(), is(empty()));
  }

  @Test
  void zeroHasNoPlaceOnALogarithmicAxis() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Histogram.logarithmic(new int[] {4, 0}, 60));

    assertThat(e.getMessage(), is("values must be at least 1, but one was: 0"));
  }

  private static List<Long> counts(SummaryTable table) {
    return table.rows().stream().map(row -> (Long) row.get(2)).toList();
  }
}
