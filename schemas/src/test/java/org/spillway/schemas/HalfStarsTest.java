package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfStarsTest {

  @Test
  void theScaleHasTenSteps() {
    double stars = 0.5;
    for (int halfStars = HalfStars.MIN; halfStars <= HalfStars.MAX; halfStars++) {
      assertThat(HalfStars.toStars(halfStars), is(stars));
      assertThat(HalfStars.fromStars(stars), is(halfStars));
      stars += 0.5;
    }
    assertThat(HalfStars.toStars(HalfStars.MAX), is(5.0));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -0.5, 0.25, 4.25, 5.5, 1e300, 4.0000001, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsOffTheScaleIsRefused(double stars) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> HalfStars.fromStars(stars));

    assertThat(
        e.getMessage(), is("a rating must be one of 0.5, 1.0, ... 5.0 stars, but was: " + stars));
  }

  @Test
  void aMeanIsTheNearestDouble() {
    assertThat(HalfStars.mean(7, 1), is(3.5));
    assertThat(HalfStars.mean(22, 3), is(11 / 3.0));
    assertThat(HalfStars.mean(226_586_313L, 32_000_204L), is(exactMean(226_586_313, 32_000_204)));
    assertThat(HalfStars.mean(10L * Integer.MAX_VALUE, Integer.MAX_VALUE), is(5.0));
  }

  private static double exactMean(long halfStarSum, long count) {
    return BigDecimal.valueOf(halfStarSum)
        .divide(BigDecimal.valueOf(2 * count), new MathContext(60))
        .doubleValue();
  }
}
