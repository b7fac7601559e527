package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.TestPipelines;

class SummarizeCatalogTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  /** Missing genres count as a primary genre, but not as a movie that is listed without genres. */
  @Test
  void countsYearsAndGenres(TestPipeline pipeline) {
    Catalog catalog =
        Catalog.of(
            List.of(
                Movie.of(1, "Toy Story (1995)", "Adventure|Animation|Children"),
                Movie.of(2, "Jumanji (1995)", "Adventure|Children"),
                Movie.of(3, "Irwin & Fran 2013", "Documentary"),
                Movie.of(4, "Untold (2020)", "(no genres listed)"),
                Movie.of(5, null, null),
                Movie.of(6, "Heat (1995)", "Action|Crime|Thriller")));

    PAssert.that(
            pipeline
                .apply(Create.of(catalog))
                .apply(SummarizeCatalog.create())
                .apply(Tables.only("movie_summary")))
        .containsInAnyOrder(summary(6, 4, 1, 4, 1.5));
    pipeline.run();
  }

  @Test
  void anEmptyCatalogHasNoMedian() {
    assertThat(SummarizeCatalog.table(Catalog.of(List.of())), is(summary(0, 0, 0, 0, null)));
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(SummarizeCatalog.create());
  }

  private static SummaryTable summary(
      int movies, int withYear, int withoutGenres, int primaryGenres, @Nullable Double median) {
    return SummaryTable.metrics("movie_summary")
        .row("movies", movies)
        .row("movies_with_release_year", withYear)
        .row("movies_without_genres", withoutGenres)
        .row("distinct_primary_genres", primaryGenres)
        .row("median_genres_per_movie", median)
        .build();
  }
}
