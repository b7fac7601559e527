package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.testing.ZipFixture;

/** The ratings of a small archive against what is known of ml-latest-small and ml-32m. */
class GeneratedRatingsTest {
  private static final long HALF_STARS_SINCE = 1_045_526_400L;
  private static final long YEAR_1996 = 820_454_400L;
  private static final long YEAR_2024 = 1_704_067_200L;

  /** ml-32m's shares of 0.5, 1.0, …, 5.0 stars. */
  private static final double[] SHARES = {
    0.0164, 0.0296, 0.0166, 0.0634, 0.0527, 0.1892, 0.1341, 0.2615, 0.0929, 0.1436
  };

  private static List<Rating> ratings;
  private static Map<Integer, List<Rating>> byUser;
  private static Map<Integer, List<Rating>> byMovie;
  private static int[] movieIds;

  private record Rating(int user, int movie, double stars, long seconds) {}

  @BeforeAll
  static void generate(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("small.zip");
    ArchiveGenerator.of(ArchiveSize.SMALL).withSeed(3).writeTo(path);
    ZipFixture zip = ZipFixture.read(path);
    ratings =
        Table.of(zip.entry("ratings.csv")).rows().stream()
            .map(
                row ->
                    new Rating(
                        Integer.parseInt(row.get(0)),
                        Integer.parseInt(row.get(1)),
                        Double.parseDouble(row.get(2)),
                        Long.parseLong(row.get(3))))
            .toList();
    byUser = grouped(Rating::user);
    byMovie = grouped(Rating::movie);
    movieIds = Table.of(zip.entry("movies.csv")).ints("movieId");
  }

  @Test
  void rowsAreSortedByUserAndMovieAndNoPairOccursTwice() {
    for (int i = 1; i < ratings.size(); i++) {
      Rating before = ratings.get(i - 1);
      Rating rating = ratings.get(i);
      boolean ascending =
          before.user() < rating.user()
              || (before.user() == rating.user() && before.movie() < rating.movie());
      assertThat(before + " before " + rating, ascending, is(true));
    }
  }

  @Test
  void allUsersAreThereAndAsManyMoviesAsTheSizeSays() {
    assertThat(
        List.copyOf(byUser.keySet()),
        is(IntStream.rangeClosed(1, ArchiveSize.SMALL.users()).boxed().toList()));
    assertThat(byMovie.size(), is(ArchiveSize.SMALL.ratedMovies()));
    assertThat(
        byMovie.keySet().stream().allMatch(id -> Arrays.binarySearch(movieIds, id) >= 0), is(true));
  }

  @Test
  void ratingsPerUserHaveALongTail() {
    int[] counts = byUser.values().stream().mapToInt(List::size).sorted().toArray();

    assertThat(counts[0], is(20));
    assertThat((double) counts[counts.length / 10], is(closeTo(24, 3)));
    assertThat((double) counts[counts.length / 2], is(closeTo(70, 7)));
    assertThat((double) counts[counts.length * 9 / 10], is(closeTo(345, 40)));
    assertThat(counts[counts.length - 1], is(allOf(greaterThan(2_000), lessThan(6_000))));
  }

  @Test
  void ratingsPerMovieHaveALongTail() {
    int[] counts = byMovie.values().stream().mapToInt(List::size).sorted().toArray();
    int users = byUser.size();

    assertThat((double) counts[counts.length - 1] / users, is(closeTo(0.54, 0.12)));
    assertThat((double) counts[counts.length - 100] / users, is(closeTo(0.2, 0.07)));
    assertThat((double) counts[counts.length - 1_000], is(closeTo(26, 8)));
    assertThat(counts[counts.length / 2], is(allOf(greaterThan(1), lessThan(5))));
    double once = Arrays.stream(counts).filter(count -> count == 1).count();
    assertThat(once / counts.length, is(closeTo(0.36, 0.08)));
  }

  @Test
  void ratingsAreDistributedAsInMl32m() {
    for (int halfStars = 1; halfStars <= 10; halfStars++) {
      double stars = halfStars / 2.0;
      double share = share(ratings, rating -> rating.stars() == stars);
      assertThat(stars + " stars", share, is(closeTo(SHARES[halfStars - 1], 0.02)));
    }
  }

  @Test
  void thereAreNoHalfStarsBefore2003AndManyAfterwards() {
    Map<Boolean, List<Rating>> early =
        ratings.stream()
            .collect(Collectors.partitioningBy(rating -> rating.seconds() < HALF_STARS_SINCE));

    assertThat(share(early.get(true), GeneratedRatingsTest::isHalf), is(0.0));
    assertThat(share(early.get(false), GeneratedRatingsTest::isHalf), is(closeTo(0.43, 0.04)));
    assertThat((double) early.get(true).size() / ratings.size(), is(closeTo(0.27, 0.1)));
  }

  @Test
  void usersAndMoviesDifferInTheirMeans() {
    assertThat(deviationOfMeans(byUser), is(closeTo(0.46, 0.08)));
    assertThat(
        deviationOfMeans(
            byMovie.entrySet().stream()
                .filter(movie -> movie.getValue().size() >= 20)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))),
        is(closeTo(0.42, 0.08)));
  }

  @Test
  void timesAreFrom1996To2023() {
    long first = ratings.stream().mapToLong(Rating::seconds).min().orElseThrow();
    long last = ratings.stream().mapToLong(Rating::seconds).max().orElseThrow();

    assertThat(first, is(greaterThanOrEqualTo(YEAR_1996)));
    assertThat(last, is(lessThan(YEAR_2024)));
    assertThat((last - first) / 86_400.0 / 365.25, is(closeTo(27.5, 1)));
  }

  @Test
  void mostUsersAreActiveOnOneDayAndSomeForYears() {
    double[] spans =
        byUser.values().stream()
            .mapToDouble(
                history ->
                    (history.stream().mapToLong(Rating::seconds).max().orElseThrow()
                            - history.stream().mapToLong(Rating::seconds).min().orElseThrow())
                        / 86_400.0)
            .sorted()
            .toArray();

    assertThat(
        Arrays.stream(spans).filter(span -> span < 1).count() / (double) spans.length,
        is(closeTo(0.65, 0.08)));
    assertThat(spans[spans.length * 9 / 10], is(allOf(greaterThan(200.0), lessThan(1_500.0))));
  }

  @Test
  void theFilesOrderIsNotTheTimesOrder() {
    long inversions = 0;
    for (int i = 1; i < ratings.size(); i++) {
      Rating before = ratings.get(i - 1);
      Rating rating = ratings.get(i);
      if (before.user() == rating.user() && before.seconds() > rating.seconds()) {
        inversions++;
      }
    }
    assertThat((double) inversions / ratings.size(), is(closeTo(0.5, 0.02)));
  }

  private static boolean isHalf(Rating rating) {
    return rating.stars() != Math.rint(rating.stars());
  }

  private static Map<Integer, List<Rating>> grouped(Function<Rating, Integer> key) {
    return ratings.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static double share(List<Rating> ratings, Predicate<Rating> predicate) {
    return (double) ratings.stream().filter(predicate).count() / ratings.size();
  }

  private static double deviationOfMeans(Map<Integer, List<Rating>> groups) {
    double[] means =
        groups.values().stream()
            .mapToDouble(group -> group.stream().mapToDouble(Rating::stars).average().orElseThrow())
            .toArray();
    double mean = Arrays.stream(means).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(means).map(m -> (m - mean) * (m - mean)).average().orElseThrow());
  }
}
