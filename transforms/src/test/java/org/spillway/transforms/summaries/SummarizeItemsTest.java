package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Movie;
import org.spillway.schemas.PopularityBucket;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.TestPipelines;

class SummarizeItemsTest {
  private static final Movie HEAT = Movie.of(6, "Heat (1995)", "Action|Crime|Thriller");
  private static final Movie SABRINA = Movie.of(7, "Sabrina (1995)", "Comedy|Romance");
  private static final Movie CHASE = Movie.of(8, null, "Action|Adventure");

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void describesItemsTopItemsAndClusters(TestPipeline pipeline) {
    List<ItemFeatures> items =
        List.of(
            item(6, HEAT, 3, 24, 2),
            item(7, SABRINA, 1, 5, 0),
            item(8, CHASE, 2, 10, 1),
            item(404, null, 1, 10, 1));

    PAssert.that(
            pipeline
                .apply(Create.of(List.of(items)))
                .apply(SummarizeItems.create())
                .apply(Tables.only("item_summary", "top_items", "cluster_readiness")))
        .containsInAnyOrder(
            DescribeTable.named("item_summary")
                .row("sample_rating_count", new double[] {3, 1, 2, 1})
                .row("sample_mean_rating", new double[] {4.0, 2.5, 2.5, 5.0})
                .row("sample_liked_rate", new double[] {2.0 / 3, 0.0, 0.5, 1.0})
                .row("genre_count", new double[] {3, 2, 2})
                .build(),
            top()
                .row(6, "Heat (1995)", "Action", 3, 4.0, 2.0 / 3)
                .row(8, null, "Action", 2, 2.5, 0.5)
                .row(7, "Sabrina (1995)", "Comedy", 1, 2.5, 0.0)
                .row(404, null, null, 1, 5.0, 1.0)
                .build(),
            clusters()
                .row("Action", 2, 5, 3.25)
                .row("Comedy", 1, 1, 2.5)
                .row("unknown", 1, 1, 5.0)
                .build());
    pipeline.run();
  }

  @Test
  void ofItemsWithEquallyManyRatingsTheSmallestIdsAreOnTop() {
    List<ItemFeatures> items = new ArrayList<>();
    IntStream.rangeClosed(1, 17).forEach(id -> items.add(item(id, null, 2, 8, 0)));
    items.add(item(99, null, 3, 8, 0));
    Collections.shuffle(items, new Random(3));

    SummaryTable top = SummarizeItems.tables(items).get(1);

    assertThat(
        top.rows().stream().map(row -> row.get(0)).toList(),
        is(List.of(99L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L)));
  }

  /** The mean is over movies: a movie with many ratings counts no more than one with few. */
  @Test
  void clustersAverageOverMovies() {
    Movie other = Movie.of(9, "Speed (1994)", "Action");

    SummaryTable clusters =
        Tables.only(
                SummarizeItems.tables(List.of(item(6, HEAT, 99, 198, 0), item(9, other, 1, 10, 1))),
                "cluster_readiness")
            .get(0);

    assertThat(clusters, is(clusters().row("Action", 2, 100, 3.0).build()));
  }

  @Test
  void withoutItemsThereAreRowsOfNothing() {
    double[] nothing = new double[0];

    assertThat(
        Tables.only(
            SummarizeItems.tables(List.of()), "item_summary", "top_items", "cluster_readiness"),
        is(
            List.of(
                DescribeTable.named("item_summary")
                    .row("sample_rating_count", nothing)
                    .row("sample_mean_rating", nothing)
                    .row("sample_liked_rate", nothing)
                    .row("genre_count", nothing)
                    .build(),
                top().build(),
                clusters().build())));
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(SummarizeItems.create());
  }

  private static ItemFeatures item(
      int movieId, @Nullable Movie movie, int ratings, long halfStars, int liked) {
    return new ItemFeatures(
        movieId, movie, ratings, halfStars, liked, 0, 0, PopularityBucket.MEDIUM);
  }

  private static SummaryTable.Builder top() {
    return SummaryTable.builder(
        "top_items",
        "movieId",
        "title",
        "primary_genre",
        "sample_rating_count",
        "sample_mean_rating",
        "sample_liked_rate");
  }

  private static SummaryTable.Builder clusters() {
    return SummaryTable.builder(
        "cluster_readiness", "spillover_cluster", "movies", "sampled_ratings", "mean_item_rating");
  }
}
