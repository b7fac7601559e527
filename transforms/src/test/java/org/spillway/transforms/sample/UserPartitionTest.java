package org.spillway.transforms.sample;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPartitionTest {

  /** Fixed figures: another partition in another version would move users between shards. */
  @Test
  void isTheSameInEveryRun() {
    int[] partitions = IntStream.of(1, 2, 50, 100, 83_000, 200_948).map(partitionOf(8)).toArray();

    assertThat(partitions, is(new int[] {6, 4, 7, 7, 0, 2}));
  }

  @Test
  void isAlwaysInRange() {
    int[] ids = {1, 2, 50, 162_541, 1 << 20, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};
    for (int partitions : new int[] {1, 2, 3, 7, 64, 10_000}) {
      for (int id : ids) {
        assertThat(UserPartition.of(id, partitions), allOf(greaterThan(-1), lessThan(partitions)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"50, 0", "50, 7", "5, 0", "1, 0", "64, 0", "1024, 3"})
  void spreadsIdsWithACommonRemainder(int modulus, int remainder) {
    for (int partitions : new int[] {2, 3, 4, 5, 8, 10, 16, 25, 50, 64}) {
      int users = 200 * partitions;
      int[] sizes = new int[partitions];
      for (int i = 1; i <= users; i++) {
        sizes[UserPartition.of(i * modulus + remainder, partitions)]++;
      }
      for (int size : sizes) {
        assertThat(size, allOf(greaterThan(120), lessThan(280)));
      }
    }
  }

  private static IntUnaryOperator partitionOf(int partitions) {
    return userId -> UserPartition.of(userId, partitions);
  }
}
