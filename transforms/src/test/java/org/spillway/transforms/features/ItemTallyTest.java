package org.spillway.transforms.features;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Movie;
import org.spillway.schemas.PopularityBucket;
import org.spillway.transforms.testing.RandomRatings;
import org.spillway.transforms.testing.RandomRatings.Rating;
import org.spillway.transforms.testing.TestHistory;

class ItemTallyTest {
  private static final ItemTally.TallyCoder CODER = new ItemTally.TallyCoder();

  /** Every third movie is unknown; 200 movies make the columns grow. */
  private static final Catalog CATALOG =
      Catalog.of(
          IntStream.rangeClosed(1, 200)
              .filter(id -> id % 3 != 0)
              .mapToObj(id -> Movie.of(id, "Movie " + id + " (1995)", "Drama|War"))
              .toList());

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 6, 11, 60, 199, 200})
  void agreesWithSlowAndObviousCode(int movies) {
    RandomRatings ratings = RandomRatings.of(movies, 6 * movies, 25, movies);

    assertThat(tallyOf(ratings).features(), is(obviousFeatures(ratings.rows())));
  }

  @Test
  void ratingsOfEqualNumberAreRankedById() {
    TestHistory history = TestHistory.of(1);
    for (int movieId : new int[] {50, 10, 40, 20, 30}) {
      history.rated(movieId, 3.0, 0);
    }

    List<ItemFeatures> features = tallyOf(history.with()).features();

    assertThat(
        features.stream().map(item -> item.movieId() + " " + item.popularity().label()).toList(),
        is(List.of("10 very_low", "20 low", "30 medium", "40 high", "50 very_high")));
  }

  @Test
  void theNumberOfRatingsCountsBeforeTheId() {
    EnrichedHistory history =
        TestHistory.of(1).rated(1, 3.0, 0).rated(1, 3.0, 0).rated(2, 3.0, 0).with();

    List<ItemFeatures> features = tallyOf(history).features();

    assertThat(
        features.stream().map(item -> item.movieId() + " " + item.popularity().label()).toList(),
        is(List.of("1 very_high", "2 very_low")));
  }

  @Test
  void nothingHasNoFeatures() {
    assertThat(new ItemTally().features(), is(empty()));
  }

  @Test
  void mergesInAnyOrderAndGrouping() {
    RandomRatings ratings = RandomRatings.of(3, 1_000, 40, 150);
    ItemTally whole = tallyOf(ratings);
    List<EnrichedHistory> histories = new ArrayList<>(enriched(ratings));
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      Collections.shuffle(histories, random);
      List<ItemTally> parts = new ArrayList<>(List.of(new ItemTally()));
      for (EnrichedHistory history : histories) {
        if (random.nextInt(4) == 0) {
          parts.add(random.nextInt(parts.size() + 1), new ItemTally());
        }
        parts.get(random.nextInt(parts.size())).add(history, LikedThreshold.DEFAULT);
      }
      ItemTally merged = new ItemTally();
      parts.forEach(merged::merge);

      assertThat(merged, is(whole));
      assertThat(merged.features(), is(whole.features()));
    }
  }

  @Test
  void mergeLeavesTheOtherAsItWas() {
    ItemTally one = tallyOf(TestHistory.of(1).rated(6, 3.0, 7).with());
    ItemTally other = tallyOf(TestHistory.of(2).rated(6, 5.0, 9).rated(7, 1.0, 3).with());

    one.merge(other);
    one.add(TestHistory.of(3).rated(7, 2.0, 1).with(), LikedThreshold.DEFAULT);

    assertThat(other, is(tallyOf(TestHistory.of(2).rated(6, 5.0, 9).rated(7, 1.0, 3).with())));
  }

  @Test
  void theCoderKeepsEverything() throws Exception {
    for (ItemTally tally : List.of(new ItemTally(), tallyOf(RandomRatings.of(8, 900, 30, 200)))) {
      ItemTally copy = CoderUtils.clone(CODER, tally);

      assertThat(copy, is(tally));
      assertThat(copy.features(), is(tally.features()));
      copy.add(TestHistory.of(77).rated(1, 5.0, 1).with(), LikedThreshold.DEFAULT);
      assertThat("a decoded tally goes on counting", copy, is(not(tally)));
    }
  }

  @Test
  void equalTalliesHaveEqualBytes() throws Exception {
    EnrichedHistory one = TestHistory.of(1).rated(6, 3.0, 7).with();
    EnrichedHistory other = TestHistory.of(2).rated(4, 5.0, 9).with();

    CoderProperties.coderDeterministic(CODER, tallyOf(one, other), tallyOf(other, one));
    CoderProperties.coderConsistentWithEquals(CODER, tallyOf(one, other), tallyOf(other, one));
    CoderProperties.coderConsistentWithEquals(CODER, tallyOf(one), tallyOf(other));
    assertThat(tallyOf(one, other).hashCode(), is(tallyOf(other, one).hashCode()));
  }

  @Test
  void talliesDifferInEveryFigure() {
    Movie heat = Movie.of(6, "Heat (1995)", "Action");
    ItemTally tally = tallyOf(TestHistory.of(1).rated(6, 3.0, 7).with(heat));

    assertThat(tally, is(not(new ItemTally())));
    assertThat(tally, is(not(tallyOf(TestHistory.of(1).rated(5, 3.0, 7).with(heat)))));
    assertThat(tally, is(not(tallyOf(TestHistory.of(1).rated(6, 3.0, 7).with()))));
    assertThat(tally, is(not(tallyOf(TestHistory.of(1).rated(6, 3.5, 7).with(heat)))));
    assertThat(tally, is(not(tallyOf(TestHistory.of(1).rated(6, 3.0, 8).with(heat)))));
    ItemTally allLiked = new ItemTally();
    allLiked.add(TestHistory.of(1).rated(6, 3.0, 7).with(heat), 1);
    assertThat(tally, is(not(allLiked)));
    ItemTally more = tallyOf(TestHistory.of(1).rated(6, 3.0, 7).rated(5, 3.0, 7).with(heat));
    assertThat("one movie more", tally, is(not(more)));
    assertThat("one movie fewer", more, is(not(tally)));
    assertThat(more.hashCode(), is(not(tally.hashCode())));
    assertThat("something else", tally.equals((Object) "6"), is(false));
  }

  @Test
  void talliesDifferInOneFigureAlone() {
    assertThat(
        "ratings",
        tallyOf(TestHistory.of(1).rated(6, 3.0, 7).with()),
        is(not(tallyOf(TestHistory.of(1).rated(6, 1.5, 7).rated(6, 1.5, 7).with()))));
    ItemTally tally = tallyOf(TestHistory.of(1).rated(6, 3.0, 7).rated(6, 3.0, 9).with());
    assertThat(
        "first",
        tally,
        is(not(tallyOf(TestHistory.of(1).rated(6, 3.0, 8).rated(6, 3.0, 9).with()))));
    assertThat(
        "last",
        tally,
        is(not(tallyOf(TestHistory.of(1).rated(6, 3.0, 7).rated(6, 3.0, 8).with()))));
  }

  private static ItemTally tallyOf(RandomRatings ratings) {
    return tallyOf(enriched(ratings).toArray(EnrichedHistory[]::new));
  }

  private static ItemTally tallyOf(EnrichedHistory... histories) {
    ItemTally tally = new ItemTally();
    for (EnrichedHistory history : histories) {
      tally.add(history, LikedThreshold.DEFAULT);
    }
    return tally;
  }

  private static List<EnrichedHistory> enriched(RandomRatings ratings) {
    return ratings.histories().stream()
        .map(history -> EnrichedHistory.join(history, CATALOG))
        .toList();
  }

  private static List<ItemFeatures> obviousFeatures(List<Rating> rows) {
    List<List<Rating>> byPopularity =
        rows.stream().collect(Collectors.groupingBy(Rating::movieId)).values().stream()
            .sorted(
                Comparator.comparing((List<Rating> movie) -> movie.size())
                    .thenComparing(movie -> movie.get(0).movieId()))
            .toList();
    return IntStream.range(0, byPopularity.size())
        .mapToObj(i -> obvious(byPopularity.get(i), fifthOf(i + 1, byPopularity.size())))
        .sorted(Comparator.comparing(ItemFeatures::movieId))
        .toList();
  }

  private static ItemFeatures obvious(List<Rating> movie, PopularityBucket popularity) {
    int movieId = movie.get(0).movieId();
    return new ItemFeatures(
        movieId,
        CATALOG.find(movieId),
        movie.size(),
        movie.stream().mapToLong(Rating::halfStars).sum(),
        (int) movie.stream().filter(rating -> rating.halfStars() / 2.0 >= 4.0).count(),
        movie.stream().mapToLong(Rating::seconds).min().orElseThrow(),
        movie.stream().mapToLong(Rating::seconds).max().orElseThrow(),
        popularity);
  }

  /** As quantiles define it: the first fifth whose upper edge among ranks 1 to n is not below. */
  private static PopularityBucket fifthOf(int rank, int n) {
    BigDecimal fifth = new BigDecimal("0.2");
    BigDecimal share = fifth;
    for (PopularityBucket bucket : PopularityBucket.values()) {
      BigDecimal edge = BigDecimal.ONE.add(BigDecimal.valueOf(n - 1).multiply(share));
      if (BigDecimal.valueOf(rank).compareTo(edge) <= 0) {
        return bucket;
      }
      share = share.add(fifth);
    }
    throw new AssertionError("no fifth has rank " + rank + " of " + n);
  }
}
