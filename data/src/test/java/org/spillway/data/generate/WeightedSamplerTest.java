package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class WeightedSamplerTest {
  private static final int DRAWS = 200_000;

  @Test
  void drawsInProportionToTheWeights() {
    int[] counts = counts(0, 1, 5, 0, 2, 0.5, 1.5, 0);

    assertThat(counts[0] + counts[3] + counts[7], is(0));
    assertThat(counts[1] / (double) DRAWS, is(closeTo(0.1, 0.005)));
    assertThat(counts[2] / (double) DRAWS, is(closeTo(0.5, 0.005)));
    assertThat(counts[4] / (double) DRAWS, is(closeTo(0.2, 0.005)));
    assertThat(counts[5] / (double) DRAWS, is(closeTo(0.05, 0.005)));
    assertThat(counts[6] / (double) DRAWS, is(closeTo(0.15, 0.005)));
  }

  @Test
  void oneWeightMayBeAllThereIs() {
    assertThat(counts(0, 0, 1e-12), is(new int[] {0, 0, DRAWS}));
  }

  private static int[] counts(double... weights) {
    WeightedSampler sampler = WeightedSampler.of(weights);
    RandomStream random = new RandomStream(11);
    int[] counts = new int[weights.length];
    for (int i = 0; i < DRAWS; i++) {
      counts[sampler.draw(random)]++;
    }
    return counts;
  }
}
