package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

/** What a shuffle or a side input costs, in bytes a rating, a movie or an id. */
class EncodedSizeTest {

  private static final long FIRST_TIME = 789_652_004;
  private static final int YEARS_IN_SECONDS = 900_000_000;

  @Test
  void sortedRatingsRatedInSittingsTakeSixBytesEach() throws Exception {
    int size = size(RatingBatchCoder.of(), sortedBatch(4_000));

    assertThat(size / (double) RatingBatch.MAX_ROWS, lessThanOrEqualTo(6.5));
  }

  @Test
  void sortedRatingsAtAnyTimesTakeNineBytesEachAtTheMost() throws Exception {
    int size = size(RatingBatchCoder.of(), sortedBatch(YEARS_IN_SECONDS));

    assertThat(size / (double) RatingBatch.MAX_ROWS, lessThanOrEqualTo(9.0));
  }

  @Test
  void aSortedHistoryTakesNoByteForItsUser() throws Exception {
    UserHistoryBuilder builder = new UserHistoryBuilder(200_948, 2_000);
    Random random = new Random(11);
    int movieId = 1;
    for (int i = 0; i < 2_000; i++) {
      movieId += 1 + random.nextInt(140);
      builder.add(movieId, 1 + random.nextInt(10), FIRST_TIME + random.nextInt(YEARS_IN_SECONDS));
    }

    assertThat(size(UserHistoryCoder.of(), builder.build()) / 2_000.0, lessThanOrEqualTo(8.0));
  }

  @Test
  void unsortedRatingsTakeSixteenBytesEachAtTheMost() throws Exception {
    RatingBatchBuilder builder = new RatingBatchBuilder(0, 2_000);
    for (int i = 0; i < 1_000; i++) {
      builder.add(Integer.MAX_VALUE, Integer.MAX_VALUE, 10, Timestamps.MAX);
      builder.add(1, 1, 1, 0);
    }

    assertThat(size(RatingBatchCoder.of(), builder.build()) / 2_000.0, lessThanOrEqualTo(16.01));
  }

  @Test
  void aMovieOfACatalogTakesLessThanItsTitle() throws Exception {
    List<String> genres =
        List.of(
            "Adventure|Fantasy|Mystery|Sci-Fi", "Drama", "(no genres listed)", "Comedy|Romance");
    Random random = new Random(5);
    List<Movie> movies = new ArrayList<>();
    int ofTitles = 0;
    for (int i = 0; i < 20_000; i++) {
      String title = word(random) + ", " + word(random) + " (" + (1900 + random.nextInt(120)) + ")";
      movies.add(Movie.of(1 + i * 14, title, genres.get(random.nextInt(4))));
      ofTitles += title.length();
    }

    assertThat(size(CatalogCoder.of(), Catalog.of(movies)), lessThan(ofTitles));
  }

  @Test
  void denseIdsTakeOneByteEach() throws Exception {
    DistinctIds ids = new DistinctIds();
    for (int id = 1; id <= 200_948; id++) {
      ids.add(id);
    }

    assertThat(size(DistinctIdsCoder.of(), ids), is(200_948 + 3 + 3));
  }

  @Test
  void userFeaturesOfAUsualUserTakeTwentyBytesAtTheMost() throws Exception {
    UserFeatures user =
        new UserFeatures(200_948, 159, 1_113, 80, 1_262_076_877L, 1_262_176_877L, 2, 14);

    assertThat(size(UserFeaturesCoder.of(), user), lessThanOrEqualTo(20));
  }

  /** Users of about 160 ratings, each user's within {@code span} seconds. */
  private static RatingBatch sortedBatch(int span) {
    RatingBatchBuilder builder = new RatingBatchBuilder(0, RatingBatch.MAX_ROWS);
    Random random = new Random(7);
    int userId = 0;
    int movieId = Integer.MAX_VALUE;
    long start = 0;
    while (builder.size() < RatingBatch.MAX_ROWS) {
      if (movieId > 290_000) {
        userId++;
        movieId = 0;
        start = FIRST_TIME + random.nextInt(YEARS_IN_SECONDS);
      }
      // Most ratings go to the old, low ids; the rest are far apart.
      movieId += 1 + random.nextInt(random.nextInt(5) == 0 ? 18_000 : 40);
      builder.add(userId, movieId, 1 + random.nextInt(10), start + random.nextInt(span));
    }
    return builder.build();
  }

  private static <T> int size(Coder<T> coder, T value) throws Exception {
    return CoderUtils.encodeToByteArray(coder, value).length;
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int letters = 4 + random.nextInt(8); letters > 0; letters--) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
