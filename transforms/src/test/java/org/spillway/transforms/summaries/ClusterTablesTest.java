package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Movie;
import org.spillway.schemas.PopularityBucket;
import org.spillway.schemas.SummaryTable;

/** Checks the tables with a row for every cluster. */
final class ClusterTablesTest {

  @Test
  void clustersComeByRatingsThenName() {
    List<SummaryTable> tables =
        ClusterTables.of(
            List.of(
                item(1, "Drama", 2, PopularityBucket.LOW),
                item(2, "Action", 5, PopularityBucket.VERY_HIGH),
                item(3, "Comedy", 1, PopularityBucket.VERY_LOW),
                item(4, null, 1, PopularityBucket.VERY_LOW),
                item(5, "Comedy", 4, PopularityBucket.VERY_HIGH)));

    SummaryTable readiness = tables.get(0);
    assertThat(readiness.name(), is("cluster_readiness"));
    assertThat(
        readiness.rows(),
        is(
            List.of(
                List.of("Action", 1L, 5L, 3.0),
                List.of("Comedy", 2L, 5L, 3.0),
                List.of("Drama", 1L, 2L, 3.0),
                List.of("unknown", 1L, 1L, 3.0))));
    SummaryTable popularity = tables.get(1);
    assertThat(popularity.name(), is("popularity_by_cluster"));
    assertThat(
        popularity.columns(),
        is(List.of("spillover_cluster", "very_low", "low", "medium", "high", "very_high")));
    assertThat(
        popularity.rows(),
        is(
            List.of(
                List.of("Action", 0L, 0L, 0L, 0L, 1L),
                List.of("Comedy", 1L, 0L, 0L, 0L, 1L),
                List.of("Drama", 0L, 1L, 0L, 0L, 0L),
                List.of("unknown", 1L, 0L, 0L, 0L, 0L))));
  }

  private static ItemFeatures item(
      int movieId, @Nullable String genre, int ratings, PopularityBucket popularity) {
    Movie movie = genre == null ? null : Movie.of(movieId, "A film", genre);
    return new ItemFeatures(movieId, movie, ratings, 6L * ratings, 0, 0, 0, popularity);
  }
}
