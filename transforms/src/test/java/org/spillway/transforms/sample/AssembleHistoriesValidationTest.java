package org.spillway.transforms.sample;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssembleHistoriesValidationTest {

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void withPartitionsRefusesFewerThanOne(int partitions) {
    AssembleHistories assemble = AssembleHistories.create();

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> assemble.withPartitions(partitions));

    assertThat(refused.getMessage(), is("partitions must be at least 1, but was: " + partitions));
  }

  @Test
  void withPartitionsAcceptsOne() {
    assertThat(AssembleHistories.create().withPartitions(1), is(AssembleHistories.create()));
  }
}
