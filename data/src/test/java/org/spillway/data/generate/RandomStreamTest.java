package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final int DRAWS = 100_000;

  @Test
  void isSplitMix64() {
    RandomStream random = new RandomStream(0);

    assertThat(random.nextLong(), is(0xE220A8397B1DCDAFL));
    assertThat(random.nextLong(), is(0x6E789E6AA1B965F4L));
    assertThat(random.nextLong(), is(0x06C45D188009454FL));
  }

  @Test
  void purposesSeedsAndIndexesHaveStreamsOfTheirOwn() {
    long first = RandomStream.of(1, "a", 1).nextLong();

    assertThat(RandomStream.of(1, "a", 1).nextLong(), is(first));
    assertThat(RandomStream.of(2, "a", 1).nextLong(), is(not(first)));
    assertThat(RandomStream.of(1, "b", 1).nextLong(), is(not(first)));
    assertThat(RandomStream.of(1, "a", 2).nextLong(), is(not(first)));
  }

  @Test
  void boundedDrawsAreEvenAndWithinBounds() {
    RandomStream random = new RandomStream(5);
    int[] counts = new int[7];

    for (int i = 0; i < DRAWS; i++) {
      counts[random.nextInt(7)]++;
    }

    for (int count : counts) {
      assertThat((double) count, is(closeTo(DRAWS / 7.0, 500)));
    }
  }

  @Test
  void normalsHaveMeanZeroAndDeviationOne() {
    RandomStream random = new RandomStream(5);
    double[] normals = new double[DRAWS];
    Arrays.setAll(normals, i -> random.nextNormal());

    assertThat(Arrays.stream(normals).average().orElseThrow(), is(closeTo(0, 0.01)));
    assertThat(
        Arrays.stream(normals).map(x -> x * x).average().orElseThrow(), is(closeTo(1, 0.02)));
    assertThat(RandomStream.toNormal(0), is(closeTo(-3.464, 0.001)));
    assertThat(RandomStream.toNormal(-1), is(closeTo(3.464, 0.001)));
  }

  @Test
  void shufflingKeepsTheValues() {
    int[] values = IntStream.range(0, 100).toArray();

    new RandomStream(5).shuffle(values);

    assertThat(values, is(not(IntStream.range(0, 100).toArray())));
    assertThat(Arrays.stream(values).sorted().toArray(), is(IntStream.range(0, 100).toArray()));
  }
}
