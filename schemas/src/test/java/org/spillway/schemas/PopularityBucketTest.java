package org.spillway.schemas;

import static java.util.stream.Collectors.joining;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopularityBucketTest {

  @Test
  void labelsAreThoseOfTheFiles() {
    assertThat(
        Arrays.stream(PopularityBucket.values()).map(PopularityBucket::label).toList(),
        is(List.of("very_low", "low", "medium", "high", "very_high")));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 15",
    "3, 135",
    "4, 1245",
    "5, 12345",
    "6, 112345",
    "7, 1123455",
    "8, 11233455",
    "9, 112234455",
    "10, 1122334455",
    "11, 11122334455",
    "12, 111223344555"
  })
  void ofAFewMovies(int count, String buckets) {
    assertThat(bucketsOf(count), is(buckets));
  }

  /** A bucket holds the ranks over the quantile below it and up to its own, as pandas.qcut does. */
  @Test
  void isTheFifthBetweenTwoQuantilesOfTheRanks() {
    for (int count = 1; count <= 700; count++) {
      BigDecimal[] edges = new BigDecimal[5];
      for (int k = 1; k <= 5; k++) {
        edges[k - 1] = quantileOfRanks(count, new BigDecimal("0.2").multiply(new BigDecimal(k)));
      }
      for (int rank = 1; rank <= count; rank++) {
        int expected = 1;
        while (edges[expected - 1].compareTo(BigDecimal.valueOf(rank)) < 0) {
          expected++;
        }
        assertThat(
            "rank " + rank + " of " + count,
            PopularityBucket.ofRank(rank, count).number(),
            is(expected));
      }
    }
  }

  @Test
  void bucketsAreOfEqualSizeButForOne() {
    for (int count : new int[] {5, 6, 99, 1_000, 22_313, 87_585}) {
      int[] sizes = new int[5];
      for (int rank = 1; rank <= count; rank++) {
        sizes[PopularityBucket.ofRank(rank, count).number() - 1]++;
      }
      for (int size : sizes) {
        assertThat(size == count / 5 || size == count / 5 + 1, is(true));
      }
    }
  }

  @Test
  void largeCountsDoNotOverflow() {
    long count = 1L << 60;
    assertThat(PopularityBucket.ofRank(1, count), is(PopularityBucket.VERY_LOW));
    assertThat(PopularityBucket.ofRank(count, count), is(PopularityBucket.VERY_HIGH));
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "6, 5", "-1, 5", "1, 0"})
  void aRankOutsideTheCountIsRefused(long rank, long count) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> PopularityBucket.ofRank(rank, count));

    assertThat(e.getMessage(), is("rank must be from 1 to " + count + ", but was: " + rank));
  }

  /** Linear interpolation between the order statistics 1, 2, … count, at (count−1)·p. */
  private static BigDecimal quantileOfRanks(int count, BigDecimal p) {
    BigDecimal position = p.multiply(BigDecimal.valueOf(count - 1));
    int below = position.intValue();
    BigDecimal fraction = position.subtract(BigDecimal.valueOf(below));
    BigDecimal lower = BigDecimal.valueOf(below + 1);
    BigDecimal upper = BigDecimal.valueOf(Math.min(below + 2, count));
    return lower.add(fraction.multiply(upper.subtract(lower)));
  }

  private static String bucketsOf(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(rank -> Integer.toString(PopularityBucket.ofRank(rank, count).number()))
        .collect(joining());
  }
}
