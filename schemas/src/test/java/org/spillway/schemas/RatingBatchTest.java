package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingBatchTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 199, 200, 1_000})
  void holdsTheRowsThatWereAdded(int expectedRows) {
    RatingBatchBuilder builder = new RatingBatchBuilder(7, expectedRows);
    for (int i = 0; i < 200; i++) {
      assertThat(builder.size(), is(i));
      builder.add(1 + i, 1_000 - i, 1 + i % 10, 20_000_000L * i);
    }
    RatingBatch batch = builder.build();

    assertThat(batch.position(), is(7L));
    assertThat(batch.size(), is(200));
    for (int i = 0; i < 200; i++) {
      assertThat(batch.userId(i), is(1 + i));
      assertThat(batch.movieId(i), is(1_000 - i));
      assertThat(batch.halfStars(i), is(1 + i % 10));
      assertThat(batch.timestamp(i), is(20_000_000L * i));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0x7FFFFFFFL, 0x80000000L, 4_133_980_799L})
  void holdsEveryTimeUpTo2100(long timestamp) {
    RatingBatchBuilder batch = new RatingBatchBuilder(0, 1);
    batch.add(1, 1, 1, timestamp);
    UserHistory history = new UserHistoryBuilder(1, 1).add(1, 1, timestamp).build();

    assertThat(batch.build().timestamp(0), is(timestamp));
    assertThat(history.timestamp(0), is(timestamp));
  }

  @Test
  void equalsOnlyABatchOfTheSamePlaceAndRows() {
    RatingBatch batch = ofOne(0, 1, 2, 3, 4);

    assertThat(batch.equals(ofOne(0, 1, 2, 3, 4)), is(true));
    assertThat(batch.hashCode(), is(ofOne(0, 1, 2, 3, 4).hashCode()));
    assertThat(batch.equals(ofOne(9, 1, 2, 3, 4)), is(false));
    assertThat(batch.equals(ofOne(0, 9, 2, 3, 4)), is(false));
    assertThat(batch.equals(ofOne(0, 1, 9, 3, 4)), is(false));
    assertThat(batch.equals(ofOne(0, 1, 2, 9, 4)), is(false));
    assertThat(batch.equals(ofOne(0, 1, 2, 3, 9)), is(false));
  }

  private static RatingBatch ofOne(long position, int user, int movie, int halfStars, long time) {
    RatingBatchBuilder builder = new RatingBatchBuilder(position, 1);
    builder.add(user, movie, halfStars, time);
    return builder.build();
  }
}
