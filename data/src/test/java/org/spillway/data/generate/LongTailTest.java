package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LongTailTest {
  private static final Curve CURVE = Curve.geometric(0, 1, 0.5, 10, 1, 1_000);

  @Test
  void sharesAddUpToTheTotal() {
    for (long total : new long[] {50, 51, 1_000, 4_321, 20_000}) {
      int[] shares = divide(50, total, 1, 400);
      assertThat(Arrays.stream(shares).asLongStream().sum(), is(total));
    }
  }

  @Test
  void sharesKeepToTheirBounds() {
    int[] shares = divide(50, 15_000, 20, 400);

    assertThat(Arrays.stream(shares).min().orElseThrow() >= 20, is(true));
    assertThat(Arrays.stream(shares).max().orElseThrow(), is(400));
  }

  @Test
  void atTheLeastAndTheMostAllAreEqual() {
    assertThat(divide(3, 60, 20, 400), is(new int[] {20, 20, 20}));
    assertThat(divide(3, 1_200, 20, 400), is(new int[] {400, 400, 400}));
  }

  @Test
  void theOrderDependsOnTheStream() {
    int[] one = LongTail.divide(CURVE, 50, 1_000, 1, 400, new RandomStream(1));
    int[] two = LongTail.divide(CURVE, 50, 1_000, 1, 400, new RandomStream(2));

    assertThat(Arrays.equals(one, two), is(false));
    Arrays.sort(one);
    Arrays.sort(two);
    assertThat(one, is(two));
  }

  private static int[] divide(int parts, long total, int min, int max) {
    return LongTail.divide(CURVE, parts, total, min, max, new RandomStream(1));
  }
}
