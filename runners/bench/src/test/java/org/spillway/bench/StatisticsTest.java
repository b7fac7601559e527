package org.spillway.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void medians() {
    assertThat(Statistics.median(List.of(3.0)), is(3.0));
    assertThat(Statistics.median(List.of(9.0, 1.0, 2.0)), is(2.0));
    assertThat(Statistics.median(List.of(9.0, 1.0, 2.0, 4.0)), is(3.0));
    assertThrows(IllegalArgumentException.class, () -> Statistics.median(List.of()));
  }

  @Test
  void theExponentOfAPowerLaw() {
    double[] x = {4, 16, 32, 64};

    assertThat(Statistics.exponent(x, new double[] {8, 32, 64, 128}), closeTo(1, 1e-12));
    assertThat(
        Statistics.exponent(x, new double[] {6, 12, 16.970562748477143, 24}), closeTo(0.5, 1e-12));
    assertThat(Statistics.exponent(x, new double[] {5, 5, 5, 5}), closeTo(0, 1e-12));
  }

  @Test
  void theExponentNeedsTwoPoints() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Statistics.exponent(new double[] {4, 4}, new double[] {1, 2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Statistics.exponent(new double[] {4, 5}, new double[] {1}));
  }
}
