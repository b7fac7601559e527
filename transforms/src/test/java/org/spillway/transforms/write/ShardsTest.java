package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardsTest {

  @Test
  void oneFileKeepsThePath() {
    assertThat(Shards.path("processed/x.parquet", 0, 1), is("processed/x.parquet"));
  }

  @Test
  void severalFilesAreNumbered() {
    assertThat(Shards.path("processed/x.parquet", 7, 12), is("processed/x-00007-of-00012.parquet"));
  }

  @Test
  void theShardOfAnIdNeverChanges() {
    int[] shards = new int[8];
    Arrays.setAll(shards, i -> Shards.of(50 * (i + 1), 8));

    assertThat(shards, is(new int[] {5, 2, 1, 2, 0, 0, 4, 5}));
  }

  @Test
  void sampledIdsSpreadEvenly() {
    int[] counts = new int[8];
    for (int id = 50; id <= 200_000; id += 50) {
      counts[Shards.of(id, 8)]++;
    }

    for (int count : counts) {
      assertThat(count, is(greaterThan(400)));
      assertThat(count, is(lessThan(600)));
    }
  }

  @Test
  void elementsAreOrderedAndNullsLeftOut() {
    assertThat(
        Shards.inOrder(Arrays.asList("ccc", null, "a", "bb"), String::length),
        contains("a", "bb", "ccc"));
  }

  @Test
  void twoElementsWithOneKeyAreRefused() {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> Shards.inOrder(List.of("aa", "c", "bb"), String::length));

    assertThat(
        refused.getMessage(), is("each id must occur once in what is written, but 2 occurs twice"));
  }
}
