package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.SummaryTable;

class DescriptionTest {

  @Test
  void describesElevenValues() {
    double[] values = IntStream.of(7, 1, 11, 3, 5, 9, 2, 4, 6, 8, 10).asDoubleStream().toArray();

    assertThat(
        Description.of(values).cells("n"),
        is(new Object[] {"n", 11.0, 6.0, Math.sqrt(11), 1.0, 2.0, 3.5, 6.0, 8.5, 10.0, 11.0}));
  }

  @Test
  void ofOneValueOnlyTheDeviationIsMissing() {
    assertThat(
        Description.of(new double[] {2.5}).cells("one"),
        is(new Object[] {"one", 1.0, 2.5, null, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5}));
  }

  @Test
  void ofNothingAllIsMissingButTheCount() {
    assertThat(
        Description.of(new double[0]).cells("none"),
        is(new Object[] {"none", 0.0, null, null, null, null, null, null, null, null, null}));
  }

  @Test
  void equalValuesDoNotDeviate() {
    assertThat(
        Description.of(new double[] {3.5, 3.5, 3.5}).cells("same"),
        is(new Object[] {"same", 3.0, 3.5, 0.0, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5}));
  }

  @Test
  void interpolatesBetweenTwoValues() {
    Description description = Description.of(new double[] {3.0, 1.0});

    assertThat(description.quantile(0.25), is(1.5));
    assertThat(description.quantile(0.5), is(2.0));
    assertThat(description.quantile(0.75), is(2.5));
  }

  /** From the lower end it would be 11.700000000000001. */
  @Test
  void interpolatesFromTheNearerEnd() {
    assertThat(Description.of(new double[] {0.0, 13.0}).quantile(0.9), is(11.7));
  }

  @Test
  void agreesWithAnotherLibrary() {
    Random random = new Random(6);
    for (int size = 2; size <= 300; size++) {
      double[] values = random.doubles(size, 0.5, 5.0).toArray();
      if (size % 2 == 0) {
        values = DoubleStream.of(values).map(value -> Math.rint(value * 2) / 2).toArray();
      }
      Description description = Description.of(values);
      Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);

      assertThat(description.mean(), is(closeTo(new Mean().evaluate(values), 1e-13)));
      assertThat(
          description.standardDeviation(),
          is(closeTo(new StandardDeviation(true).evaluate(values), 1e-13)));
      for (int percent : new int[] {10, 25, 50, 75, 90, 100}) {
        assertThat(
            description.quantile(percent / 100.0),
            is(closeTo(percentile.evaluate(values, percent), 1e-12)));
      }
      assertThat(description.quantile(0), is(DoubleStream.of(values).min().orElseThrow()));
    }
  }

  /** To the last digit: sums of doubles depend on the order in which they are added up. */
  @Test
  void theOrderOfArrivalDoesNotShow() {
    Random random = new Random(9);
    double[] values = random.doubles(1_000).map(value -> value / 3).toArray();
    Object[] expected = Description.of(values).cells("any");
    for (int trial = 0; trial < 20; trial++) {
      for (int i = values.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double swapped = values[i];
        values[i] = values[j];
        values[j] = swapped;
      }

      assertThat(Description.of(values).cells("any"), is(expected));
    }
  }

  @Test
  void leavesItsInputAsItWas() {
    double[] values = {3, 1, 2};

    assertThat(Description.of(values).quantile(0), is(1.0));
    assertThat(values, is(new double[] {3, 1, 2}));
  }

  @Test
  void aTableHasARowForEachColumnThatIsDescribed() {
    SummaryTable table =
        DescribeTable.named("two_columns")
            .row("first", new double[] {1, 3})
            .row("second", new double[0])
            .build();

    assertThat(
        table,
        is(
            SummaryTable.builder(
                    "two_columns",
                    "column",
                    "count",
                    "mean",
                    "std",
                    "min",
                    "10%",
                    "25%",
                    "50%",
                    "75%",
                    "90%",
                    "max")
                .row("first", 2.0, 2.0, Math.sqrt(2), 1.0, 1.2, 1.5, 2.0, 2.5, 2.8, 3.0)
                .row("second", 0.0, null, null, null, null, null, null, null, null, null)
                .build()));
    assertThat(table.cell(1, "mean"), is(nullValue()));
  }
}
