package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserHistoryTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 1_000})
  void holdsTheRatingsInTheOrderTheyWereAdded(int expectedRatings) {
    UserHistoryBuilder builder = new UserHistoryBuilder(50, expectedRatings);
    for (int i = 0; i < 100; i++) {
      builder.add(1_000 - i, 1 + i % 10, 40_000_000L * i);
    }
    UserHistory history = builder.build();

    assertThat(history.userId(), is(50));
    assertThat(history.size(), is(100));
    for (int i = 0; i < 100; i++) {
      assertThat(history.movieId(i), is(1_000 - i));
      assertThat(history.halfStars(i), is(1 + i % 10));
      assertThat(history.timestamp(i), is(40_000_000L * i));
    }
  }

  @Test
  void aMovieCanOccurTwice() {
    UserHistory history = new UserHistoryBuilder(50, 2).add(1, 10, 9).add(1, 10, 9).build();

    assertThat(history.size(), is(2));
  }

  @Test
  void equalsOnlyTheSameUserWithTheSameRatings() {
    UserHistory history = new UserHistoryBuilder(1, 4).add(2, 3, 4).build();

    assertThat(history.equals(new UserHistoryBuilder(1, 0).add(2, 3, 4).build()), is(true));
    assertThat(history.equals(new UserHistoryBuilder(9, 1).add(2, 3, 4).build()), is(false));
    assertThat(history.equals(new UserHistoryBuilder(1, 1).add(9, 3, 4).build()), is(false));
    assertThat(history.equals(new UserHistoryBuilder(1, 1).add(2, 9, 4).build()), is(false));
    assertThat(history.equals(new UserHistoryBuilder(1, 1).add(2, 3, 9).build()), is(false));
  }

  @Test
  void isJoinedToTheMoviesThatTheCatalogKnows() {
    UserHistory history =
        new UserHistoryBuilder(50, 3).add(1, 10, 5).add(404, 2, 6).add(1, 9, 7).build();

    EnrichedHistory enriched =
        EnrichedHistory.join(history, Catalog.of(List.of(Examples.TOY_STORY)));

    assertThat(enriched.history(), is(sameInstance(history)));
    assertThat(enriched.userId(), is(50));
    assertThat(enriched.size(), is(3));
    assertThat(enriched.movie(0), is(sameInstance(Examples.TOY_STORY)));
    assertThat(enriched.movie(1), is(nullValue()));
    assertThat(enriched.movie(2), is(sameInstance(Examples.TOY_STORY)));
  }
}
