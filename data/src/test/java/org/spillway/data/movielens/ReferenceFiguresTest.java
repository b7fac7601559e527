package org.spillway.data.movielens;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.data.movielens.ReferenceFigure.Kind;

class ReferenceFiguresTest {
  private static final ReferenceFigures FIGURES = ReferenceFigures.ml32m();

  @Test
  void everyPrintedTableIsThereWhole() {
    Map<String, Integer> rowsTimesColumns = new LinkedHashMap<>();
    rowsTimesColumns.put("archive", 6 * 2);
    rowsTimesColumns.put("movie_summary", 5);
    rowsTimesColumns.put("tag_summary", 6);
    rowsTimesColumns.put("full_rating_summary", 9);
    rowsTimesColumns.put("join_quality", 4);
    rowsTimesColumns.put("slate_seed_summary", 7);
    rowsTimesColumns.put("rating_distribution", 10 * 5);
    rowsTimesColumns.put("user_activity_summary", 6 * 10);
    rowsTimesColumns.put("item_summary", 4 * 10);
    rowsTimesColumns.put("top_users", 10 * 9);
    rowsTimesColumns.put("top_items", 15 * 6);
    rowsTimesColumns.put("genre_summary", 20 * 4);
    rowsTimesColumns.put("yearly_activity", 10 * 5);
    rowsTimesColumns.put("top_tags", 25 * 4);
    rowsTimesColumns.put("cluster_readiness", 20 * 3);
    rowsTimesColumns.put("movielens_interference_setup_readiness", 7);
    rowsTimesColumns.put("movielens_interference_slate_seed", 15 * 12);
    rowsTimesColumns.put("movielens_interference_ratings_sample", 5 * 13);
    rowsTimesColumns.put("movies", 5 * 7);
    rowsTimesColumns.put("tags", 5 * 6);
    rowsTimesColumns.put("input", 5);

    assertThat(List.copyOf(FIGURES.tables()), is(List.copyOf(rowsTimesColumns.keySet())));
    rowsTimesColumns.forEach(
        (table, count) -> assertThat(table, FIGURES.of(table).size(), is(count)));
  }

  @ParameterizedTest
  @CsvSource({
    "archive, ml-32m/ratings.csv, compressed_mb, NUMBER, 218.7859",
    "movie_summary, movies_with_release_year, value, NUMBER, 86968.0000",
    "tag_summary, unique_clean_tags_in_sample, value, NUMBER, 28307",
    "tag_summary, tag_date_max, value, TIME, 2023-10-12 07:24:37",
    "full_rating_summary, full_rating_rows_scanned, value, NUMBER, 32000204",
    "full_rating_summary, rating_timestamp_min, value, TIME, 1995-01-09 11:46:44",
    "rating_distribution, 0.5, share_difference, NUMBER, -0.0015",
    "rating_distribution, 4.0, full_count, NUMBER, 8367654.0000",
    "join_quality, rows_missing_movie_title, value, NUMBER, 0",
    "user_activity_summary, n_ratings, 90%, NUMBER, 339.0000",
    "user_activity_summary, activity_span_days, max, NUMBER, 8396.0000",
    "top_users, #1, userId, NUMBER, 83000",
    "top_users, #10, last_rating_time, TIME, 2023-10-06 18:14:38",
    "item_summary, sample_mean_rating, 25%, NUMBER, 2.7867",
    "top_items, #1, title, TEXT, 'Shawshank Redemption, The (1994)'",
    "top_items, #11, title, PREFIX, 'Lord of the Rings: The Fellowship of the Ring,'",
    "top_items, #15, movieId, NUMBER, 858",
    "genre_summary, Film-Noir, mean_rating, NUMBER, 3.9195",
    "genre_summary, (no genres listed), unique_movies, NUMBER, 431",
    "yearly_activity, 1996, users, NUMBER, 510",
    "yearly_activity, 2023, liked_rate, NUMBER, 0.5222",
    "top_tags, #13, tag_clean, TEXT, quirky",
    "top_tags, #14, tag_clean, TEXT, social commentary",
    "cluster_readiness, IMAX, mean_item_rating, NUMBER, 3.0000",
    "slate_seed_summary, mean_high_relevance_rate, value, NUMBER, 0.9596",
    "movielens_interference_setup_readiness, raw_zip_found, value, TEXT, True",
    "movielens_interference_slate_seed, #13, slate_id, TEXT, user_100_seed",
    "movielens_interference_slate_seed, #2, title, PREFIX, Star Wars: Episode V - The Empire Strikes Back",
    "movielens_interference_ratings_sample, #5, clean_title, TEXT, Johnny Mnemonic",
    "movies, #5, title, TEXT, Father of the Bride Part II (1995)",
    "tags, #1, tag, TEXT, Kevin Kline",
    "input, ratings_csv_bytes, value, NUMBER, 877076222",
    "input, archive_bytes, value, NUMBER, 238950008"
  })
  void valuesAreThosePrinted(String table, String row, String column, Kind kind, String value) {
    assertThat(
        FIGURES.find(table, row, column).orElseThrow(),
        is(new ReferenceFigure(table, row, column, kind, value)));
  }

  @Test
  void noFigureOccursTwice() {
    Set<List<String>> places = new HashSet<>();
    FIGURES.all().forEach(f -> places.add(List.of(f.table(), f.row(), f.column())));

    assertThat(places.size(), is(FIGURES.all().size()));
  }

  @Test
  void theRatingCountsAddUp() {
    double full = sum("rating_distribution", "full_count");
    double sample = sum("rating_distribution", "sample_count");

    assertThat(full, is(32_000_204.0));
    assertThat(sample, is(617_851.0));
    assertThat(sum("cluster_readiness", "sampled_ratings"), is(sample));
    assertThat(sum("cluster_readiness", "movies"), is(22_313.0));
    assertThat(sum("rating_distribution", "full_share"), is(closeTo(1, 0.0005)));
  }

  @Test
  void noOtherEditionHasFigures() {
    assertThat(ReferenceFigures.of(Edition.ML_32M), is(FIGURES));
    assertThat(ReferenceFigures.of(Edition.ML_LATEST_SMALL).all(), is(empty()));
  }

  private static double sum(String table, String column) {
    return FIGURES.of(table).stream()
        .filter(figure -> figure.column().equals(column))
        .mapToDouble(figure -> Double.parseDouble(figure.value()))
        .sum();
  }
}
