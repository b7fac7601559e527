package org.spillway.transforms.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spillway.transforms.testing.SeedTables;

/** Checks the numbers in the conclusions. */
class TakeawaysTest {

  @Test
  void conclusionsAreInTheRunsNumbers() {
    assertThat(
        Takeaways.of(SeedTables.all()).subList(0, 4),
        is(
            List.of(
                "4,018 of 200,948 users are in the sample with every rating that they gave:"
                    + " 617,851 of 32,000,204 (1.9%).",
                "1.2% of the sample's ratings would have to differ for its distribution to be that"
                    + " of the full file.",
                "The movies fall into 3 clusters of substitutes. The largest, Action, has 42% of"
                    + " the sampled ratings; the smallest, Drama, has 116,649.",
                "Where a slate has a movie of a cluster, it has another of the same cluster in 73%"
                    + " of cases: there a promotion can displace a substitute.")));
  }

  @Test
  void whatNoTableSupportsIsNotSaid() {
    assertThat(Takeaways.of(SeedTables.empty()), hasSize(1));
    assertThat(Takeaways.of(Map.of()), hasSize(1));
  }
}
