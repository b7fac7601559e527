package org.spillway.transforms.sample;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.arrayContaining;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.UserHistory;
import org.spillway.transforms.testing.RandomRatings;
import org.spillway.transforms.testing.TestBatch;
import org.spillway.transforms.testing.TestHistory;

class HistoryAssemblyTest {

  @Test
  void aUserThatSpansBatchesIsOneHistoryInFileOrder() {
    RatingBatch first = TestBatch.at(0).row(1, 10, 4.0, 100).row(2, 20, 3.0, 200).build();
    RatingBatch second = TestBatch.at(2).row(2, 5, 0.5, 150).row(3, 30, 5.0, 300).build();
    RatingBatch third = TestBatch.at(4).row(2, 7, 2.5, 50).build();

    assertThat(
        HistoryAssembly.assemble(List.of(third, first, second)),
        is(
            List.of(
                TestHistory.of(1).rated(10, 4.0, 100).build(),
                TestHistory.of(2).rated(20, 3.0, 200).rated(5, 0.5, 150).rated(7, 2.5, 50).build(),
                TestHistory.of(3).rated(30, 5.0, 300).build())));
  }

  @Test
  void usersMayAlternateAndComeInAnyOrder() {
    RatingBatch batch =
        TestBatch.at(0)
            .row(9, 1, 1.0, 1)
            .row(4, 2, 2.0, 2)
            .row(9, 3, 3.0, 3)
            .row(4, 4, 4.0, 4)
            .build();

    assertThat(
        HistoryAssembly.assemble(List.of(batch)),
        is(
            List.of(
                TestHistory.of(4).rated(2, 2.0, 2).rated(4, 4.0, 4).build(),
                TestHistory.of(9).rated(1, 1.0, 1).rated(3, 3.0, 3).build())));
  }

  @Test
  void repeatedPairsAreKept() {
    RatingBatch batch =
        TestBatch.at(0).row(1, 10, 4.0, 100).row(1, 10, 4.0, 100).row(1, 10, 2.0, 90).build();

    assertThat(
        HistoryAssembly.assemble(List.of(batch)),
        is(
            List.of(
                TestHistory.of(1)
                    .rated(10, 4.0, 100)
                    .rated(10, 4.0, 100)
                    .rated(10, 2.0, 90)
                    .build())));
  }

  @Test
  void nothingBecomesNothing() {
    assertThat(HistoryAssembly.assemble(List.of()), is(empty()));
  }

  @Test
  void splitKeepsTheOrderAndThePosition() {
    RatingBatch batch =
        TestBatch.at(70).row(2, 1, 1.0, 1).row(1, 2, 2.0, 2).row(2, 3, 3.0, 3).build();
    assertThat("users 1 and 2 are apart", UserPartition.of(1, 8) != UserPartition.of(2, 8));

    RatingBatch[] pieces = HistoryAssembly.split(batch, 8);

    for (int partition = 0; partition < pieces.length; partition++) {
      if (partition == UserPartition.of(1, 8)) {
        assertThat(pieces[partition], is(TestBatch.at(70).row(1, 2, 2.0, 2).build()));
      } else if (partition == UserPartition.of(2, 8)) {
        assertThat(
            pieces[partition], is(TestBatch.at(70).row(2, 1, 1.0, 1).row(2, 3, 3.0, 3).build()));
      } else {
        assertThat(pieces[partition], is(nullValue()));
      }
    }
  }

  @Test
  void onePartitionIsTheBatchItself() {
    RatingBatch batch = TestBatch.at(70).row(2, 1, 1.0, 1).build();

    assertThat(HistoryAssembly.split(batch, 1), is(arrayContaining(sameInstance(batch))));
  }

  /** Unsorted rows of 40 users, cut into batches that no user keeps to. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 200})
  void neitherArrivalNorPartitionsShow(int partitions) {
    RandomRatings ratings = RandomRatings.of(17, 3_000, 40, 60);
    for (int batchSize : new int[] {1, 64, 997, 3_000}) {
      List<RatingBatch> batches = new ArrayList<>(ratings.batches(batchSize));
      Collections.shuffle(batches, new Random(batchSize));

      assertThat(histories(batches, partitions), is(ratings.histories()));
    }
  }

  /** As the transform does it: splits each batch, then assembles partition by partition. */
  private static List<UserHistory> histories(List<RatingBatch> batches, int partitions) {
    List<List<RatingBatch>> pieces = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      pieces.add(new ArrayList<>());
    }
    for (RatingBatch batch : batches) {
      RatingBatch[] split = HistoryAssembly.split(batch, partitions);
      for (int partition = 0; partition < partitions; partition++) {
        if (split[partition] != null) {
          pieces.get(partition).add(split[partition]);
        }
      }
    }
    return pieces.stream()
        .flatMap(piece -> HistoryAssembly.assemble(piece).stream())
        .sorted(Comparator.comparingInt(UserHistory::userId))
        .toList();
  }
}
