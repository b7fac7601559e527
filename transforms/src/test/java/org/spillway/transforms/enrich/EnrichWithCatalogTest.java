package org.spillway.transforms.enrich;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.Movie;
import org.spillway.schemas.UserHistory;
import org.spillway.transforms.testing.TestHistory;
import org.spillway.transforms.testing.TestPipelines;

class EnrichWithCatalogTest {
  private static final Movie HEAT = Movie.of(6, "Heat (1995)", "Action|Crime|Thriller");
  private static final Movie UNTITLED = Movie.of(7, null, null);
  private static final UserHistory HISTORY =
      TestHistory.of(3)
          .rated(7, 2.0, 100)
          .rated(404, 1.0, 200)
          .rated(6, 4.0, 300)
          .rated(6, 4.5, 400)
          .build();

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void putsEachRatingBesideItsMovie(TestPipeline pipeline) {
    PCollectionView<Iterable<Catalog>> catalog =
        pipeline
            .apply("Catalog", Create.of(Catalog.of(List.of(HEAT, UNTITLED))))
            .apply(View.asIterable());
    PCollection<UserHistory> histories = pipeline.apply("Histories", Create.of(HISTORY));

    PAssert.thatSingleton(histories.apply(EnrichWithCatalog.of(catalog)))
        .satisfies(
            enriched -> {
              assertThat(enriched.history(), is(HISTORY));
              assertThat(
                  moviesOf(enriched), contains(is(UNTITLED), nullValue(), is(HEAT), is(HEAT)));
              return null;
            });
    pipeline.run();
  }

  @Test
  void anEmptyCatalogKeepsEveryRow(TestPipeline pipeline) {
    PCollectionView<Iterable<Catalog>> catalog =
        pipeline.apply("Catalog", Create.of(Catalog.of(List.of()))).apply(View.asIterable());
    PCollection<UserHistory> histories = pipeline.apply("Histories", Create.of(HISTORY));

    PAssert.that(histories.apply(EnrichWithCatalog.of(catalog)))
        .containsInAnyOrder(EnrichedHistory.join(HISTORY, Catalog.of(List.of())));
    pipeline.run();
  }

  @Test
  void isSerializable(TestPipeline pipeline) {
    PCollectionView<Iterable<Catalog>> catalog =
        pipeline.apply(Create.of(Catalog.of(List.of()))).apply(View.asIterable());

    SerializableUtils.ensureSerializable(EnrichWithCatalog.of(catalog));
    pipeline.run();
  }

  private static List<Movie> moviesOf(EnrichedHistory enriched) {
    List<Movie> movies = new ArrayList<>();
    for (int i = 0; i < enriched.size(); i++) {
      movies.add(enriched.movie(i));
    }
    return movies;
  }
}
