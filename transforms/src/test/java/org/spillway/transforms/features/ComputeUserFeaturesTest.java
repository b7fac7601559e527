package org.spillway.transforms.features;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.spillway.transforms.testing.TestHistory.seconds;

import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.Movie;
import org.spillway.schemas.UserFeatures;
import org.spillway.transforms.testing.TestHistory;
import org.spillway.transforms.testing.TestPipelines;

class ComputeUserFeaturesTest {
  private static final Movie HEAT = Movie.of(6, "Heat (1995)", "Action|Crime|Thriller");
  private static final Movie SABRINA = Movie.of(7, "Sabrina (1995)", "Comedy|Romance");
  private static final Movie MATRIX = Movie.of(2571, "Matrix, The (1999)", "Action|Sci-Fi");
  private static final Movie NO_GENRES = Movie.of(9, "Untold (2020)", null);
  private static final Movie LISTED_AS_NONE = Movie.of(10, "Retold", "(no genres listed)");

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void describesEachHistory(TestPipeline pipeline) {
    EnrichedHistory busy =
        TestHistory.of(50)
            .rated(2571, 4.5, "2003-03-01T12:00:00")
            .rated(6, 4.0, "2001-06-30T00:00:00")
            .rated(7, 3.5, "2002-02-02T02:02:02")
            .rated(404, 0.5, "2002-02-02T02:02:03")
            .with(HEAT, SABRINA, MATRIX);
    EnrichedHistory single = TestHistory.of(100).rated(404, 5.0, 1_000_000_000).with(HEAT);
    PCollection<EnrichedHistory> histories = pipeline.apply(Create.of(busy, single));
    long first = seconds("2001-06-30T00:00:00");
    long last = seconds("2003-03-01T12:00:00");

    PAssert.that(histories.apply("Default", ComputeUserFeatures.create()))
        .containsInAnyOrder(
            new UserFeatures(50, 4, 25, 2, first, last, 3, 2),
            new UserFeatures(100, 1, 10, 1, 1_000_000_000, 1_000_000_000, 1, 0));
    PAssert.that(histories.apply("Strict", ComputeUserFeatures.create().withLikedThreshold(9)))
        .containsInAnyOrder(
            new UserFeatures(50, 4, 25, 1, first, last, 3, 2),
            new UserFeatures(100, 1, 10, 1, 1_000_000_000, 1_000_000_000, 1, 0));
    pipeline.run();
  }

  @Test
  void meansAreInStars() {
    UserFeatures user =
        describe(TestHistory.of(1).rated(6, 4.0, 0).rated(7, 3.5, 0).rated(7, 3.5, 0));

    assertThat(user.meanRating(), is(11.0 / 3));
    assertThat(user.likedRate(), is(1.0 / 3));
  }

  @Test
  void aYearEndsAtMidnightUtc() {
    String newYear = "2001-01-01T00:00:00";

    assertThat(yearsOf("2000-12-31T23:59:59", newYear), is(2));
    assertThat(yearsOf(newYear, "2001-12-31T23:59:59"), is(1));
    assertThat(yearsOf("1999-12-31T23:59:59", newYear, "2000-12-31T23:59:59", newYear), is(3));
    assertThat(yearsOf("1970-01-01T00:00:00", "2100-12-31T23:59:59"), is(2));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "86399, 0", "86400, 1", "172799, 1", "172800, 2", "725414400, 8396"})
  void theSpanIsInWholeDays(long seconds, int days) {
    long start = seconds("2001-02-03T23:00:00");

    UserFeatures user =
        describe(TestHistory.of(1).rated(6, 4.0, start + seconds).rated(7, 4.0, start));

    assertThat(user.activitySpanDays(), is(days));
  }

  @Test
  void primaryGenresAloneCountAndUnknownMoviesHaveNone() {
    assertThat(genresOf(HEAT, MATRIX), is(1));
    assertThat(genresOf(HEAT, SABRINA), is(2));
    assertThat("an unknown movie", describe(TestHistory.of(1).rated(404, 4.0, 0)), is(unknown()));
  }

  @Test
  void missingGenresAreAGenreOfTheirOwn() {
    assertThat(genresOf(NO_GENRES), is(1));
    assertThat(genresOf(NO_GENRES, LISTED_AS_NONE), is(1));
    assertThat(genresOf(NO_GENRES, HEAT), is(2));
  }

  @Test
  void repeatedPairsCountAsRatings() {
    UserFeatures user = describe(TestHistory.of(1).rated(6, 4.0, 10).rated(6, 4.0, 10));

    assertThat(user, is(new UserFeatures(1, 2, 16, 2, 10, 10, 1, 1)));
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(ComputeUserFeatures.create().withLikedThreshold(9));
  }

  private static UserFeatures unknown() {
    return new UserFeatures(1, 1, 8, 1, 0, 0, 1, 0);
  }

  private static UserFeatures describe(TestHistory history) {
    return ComputeUserFeatures.describe(
        history.with(HEAT, SABRINA, MATRIX), LikedThreshold.DEFAULT);
  }

  private static int yearsOf(String... times) {
    TestHistory history = TestHistory.of(1);
    List.of(times).forEach(time -> history.rated(6, 4.0, time));
    return describe(history).activeYears();
  }

  private static int genresOf(Movie... movies) {
    TestHistory history = TestHistory.of(1);
    List.of(movies).forEach(movie -> history.rated(movie.movieId(), 4.0, 0));
    return ComputeUserFeatures.describe(history.with(movies), LikedThreshold.DEFAULT)
        .uniquePrimaryGenres();
  }
}
