package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void aLinearCurveRunsStraightBetweenItsPoints() {
    Curve curve = Curve.linear(0, 10, 1, 20, 3, 0);

    assertThat(curve.at(0), is(10.0));
    assertThat(curve.at(0.25), is(12.5));
    assertThat(curve.at(1), is(20.0));
    assertThat(curve.at(2), is(10.0));
  }

  @Test
  void aGeometricCurveMultiplies() {
    Curve curve = Curve.geometric(0, 1, 1, 10_000);

    assertThat(curve.at(0.25), is(closeTo(10, 1e-9)));
    assertThat(curve.at(0.5), is(closeTo(100, 1e-9)));
  }

  @Test
  void beyondItsEndsACurveIsFlat() {
    Curve curve = Curve.linear(0, 10, 1, 20);

    assertThat(curve.at(-1), is(10.0));
    assertThat(curve.at(2), is(20.0));
  }
}
