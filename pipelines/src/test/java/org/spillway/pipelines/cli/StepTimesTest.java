package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.joda.time.Duration;
import org.junit.jupiter.api.Test;

class StepTimesTest {
  private final StepTimes times = new StepTimes();

  @Test
  void theLargestStepIsFirst() {
    times.add("DrawFigures", 400_000_000);
    times.add("ReadRatings", 3_120_000_000L);
    times.add("WriteRatingsSample", 905_000_001);

    assertThat(
        times.line(1_400_000_000, 8_700_000_000L),
        is(
            "time in steps: ReadRatings 3.12 s, WriteRatingsSample 0.91 s, DrawFigures 0.40 s;"
                + " start-up 1.40 s, whole run 8.70 s"));
  }

  @Test
  void thePartsOfAStepAddUp() {
    times.add("AssembleHistories/Assemble/ParMultiDo(Assemble)", 1_000_000_000);
    times.add("AssembleHistories/SplitByPartition/ParMultiDo(Split)", 500_000_000);
    times.add("AssembleHistoriesToo/Split", 250_000_000);

    assertThat(
        times.line(0, 0),
        is(
            "time in steps: AssembleHistories 1.50 s, AssembleHistoriesToo 0.25 s;"
                + " start-up 0.00 s, whole run 0.00 s"));
  }

  @Test
  void equalStepsAreInTheOrderOfTheirNames() {
    times.add("B", 1);
    times.add("A", 1);

    assertThat(
        times.line(0, 0),
        is("time in steps: A 0.00 s, B 0.00 s; start-up 0.00 s, whole run 0.00 s"));
  }

  @Test
  void aRunnerWithoutMetricsHasNoTimes() {
    assertThat(StepTimes.of(new WithoutMetrics()).isEmpty(), is(true));
  }

  /** The result of a runner that counts nothing. */
  private static final class WithoutMetrics implements PipelineResult {
    @Override
    public State getState() {
      return State.DONE;
    }

    @Override
    public State cancel() {
      return State.DONE;
    }

    @Override
    public State waitUntilFinish(Duration duration) {
      return State.DONE;
    }

    @Override
    public State waitUntilFinish() {
      return State.DONE;
    }

    @Override
    public MetricResults metrics() {
      throw new UnsupportedOperationException("no metrics");
    }
  }
}
