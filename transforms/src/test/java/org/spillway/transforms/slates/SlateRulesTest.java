package org.spillway.transforms.slates;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserHistory;
import org.spillway.schemas.UserHistoryBuilder;
import org.spillway.transforms.testing.TestHistory;

class SlateRulesTest {
  private static final SlateRules TWO_OF_THREE = new SlateRules(3, 2, 8);

  @Test
  void takesTheBestOfTheLatest() {
    EnrichedHistory history =
        TestHistory.of(9)
            .rated(1, 5.0, 10)
            .rated(2, 3.0, 20)
            .rated(3, 4.0, 30)
            .rated(4, 3.5, 40)
            .with();

    assertThat(movies(TWO_OF_THREE, history), is(List.of(3, 4)));
  }

  @Test
  void ofEqualRatingsTheLatestIsFirst() {
    EnrichedHistory history =
        TestHistory.of(9).rated(1, 4.0, 20).rated(2, 4.0, 30).rated(3, 4.0, 10).with();

    assertThat(movies(TWO_OF_THREE, history), is(List.of(2, 1)));
  }

  @Test
  void ofEqualTimesTheOrderOfTheFileDecides() {
    EnrichedHistory history =
        TestHistory.of(9)
            .rated(8, 4.0, 10)
            .rated(3, 4.0, 10)
            .rated(5, 4.0, 10)
            .rated(1, 5.0, 10)
            .with();

    assertThat("the pool leaves out the last", movies(TWO_OF_THREE, history), is(List.of(8, 3)));
    assertThat(
        "a larger pool has it", movies(new SlateRules(4, 3, 8), history), is(List.of(1, 8, 3)));
  }

  @Test
  void aRepeatedMovieCanBeOnASlateTwice() {
    EnrichedHistory history = TestHistory.of(9).rated(1, 4.0, 10).rated(1, 4.0, 10).with();

    assertThat(movies(TWO_OF_THREE, history), is(List.of(1, 1)));
  }

  @Test
  void aShortHistoryHasNoSlate() {
    assertThat(
        TWO_OF_THREE.slateOf(TestHistory.of(9).rated(1, 4.0, 10).with()).isEmpty(), is(true));
    assertThat(
        TWO_OF_THREE
            .slateOf(TestHistory.of(9).rated(1, 4.0, 10).rated(2, 0.5, 10).with())
            .isPresent(),
        is(true));
  }

  @Test
  void anItemHasItsMovieItsRatingAndItsTime() {
    Movie heat = Movie.of(6, "Heat (1995)", "Action|Crime|Thriller");
    EnrichedHistory history =
        TestHistory.of(9).rated(404, 3.5, 0).rated(6, 4.0, Timestamps.MAX).with(heat);

    assertThat(
        TWO_OF_THREE.slateOf(history),
        is(
            Optional.of(
                new SeedSlate(
                    9,
                    List.of(
                        new SlateItem(6, heat, 8, true, Timestamps.MAX),
                        new SlateItem(404, null, 7, false, 0))))));
  }

  /** Few times and few ratings, so that most of them tie. */
  @Test
  void agreesWithSlowAndObviousCode() {
    Random random = new Random(12);
    for (int trial = 0; trial < 3_000; trial++) {
      EnrichedHistory history = randomHistory(random);
      int poolSize = 1 + random.nextInt(20);
      int slateSize = 1 + random.nextInt(poolSize);
      SlateRules rules = new SlateRules(poolSize, slateSize, 1 + random.nextInt(10));

      assertThat(rules.slateOf(history), is(obviousSlate(rules, history)));
    }
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(TWO_OF_THREE);
  }

  private static EnrichedHistory randomHistory(Random random) {
    int size = 1 + random.nextInt(40);
    UserHistoryBuilder history = new UserHistoryBuilder(7, size);
    int times = 1 + random.nextInt(12);
    for (int i = 0; i < size; i++) {
      history.add(
          1 + random.nextInt(1_000), 1 + random.nextInt(10), 900_000_000L + random.nextInt(times));
    }
    return EnrichedHistory.join(history.build(), Catalog.of(List.of()));
  }

  /** The spec's four steps with stable sorts. */
  private static Optional<SeedSlate> obviousSlate(SlateRules rules, EnrichedHistory enriched) {
    UserHistory history = enriched.history();
    Comparator<Integer> latestFirst = Comparator.comparing(i -> -history.timestamp(i));
    Comparator<Integer> bestFirst = Comparator.comparing(i -> -history.halfStars(i));
    List<Integer> slate =
        IntStream.range(0, history.size()).boxed().sorted(latestFirst).toList().stream()
            .limit(rules.recentPoolSize())
            .sorted(bestFirst.thenComparing(latestFirst))
            .limit(rules.slateSize())
            .toList();
    if (slate.size() < rules.slateSize()) {
      return Optional.empty();
    }
    List<SlateItem> items = new ArrayList<>();
    for (int i : slate) {
      items.add(
          new SlateItem(
              history.movieId(i),
              null,
              history.halfStars(i),
              history.halfStars(i) >= rules.likedThreshold(),
              history.timestamp(i)));
    }
    return Optional.of(new SeedSlate(history.userId(), items));
  }

  private static List<Integer> movies(SlateRules rules, EnrichedHistory history) {
    return rules.slateOf(history).orElseThrow().items().stream().map(SlateItem::movieId).toList();
  }
}
