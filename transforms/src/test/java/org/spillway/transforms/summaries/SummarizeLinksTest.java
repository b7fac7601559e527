package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.Batch;
import org.spillway.schemas.BatchCoder;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Link;
import org.spillway.schemas.LinkCoder;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.TestPipelines;

class SummarizeLinksTest {
  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              Movie.of(1, "Toy Story (1995)", "Adventure"),
              Movie.of(2, "Jumanji (1995)", "Adventure"),
              Movie.of(3, "Heat (1995)", "Action")));

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void countsLinksAndTheirGaps(TestPipeline pipeline) {
    PCollection<Batch<Link>> links =
        pipeline.apply(
            "Links",
            Create.of(
                    new Batch<>(0, List.of(new Link(1, "0114709", "862"))),
                    new Batch<>(
                        1,
                        List.of(
                            new Link(3, "0113277", null),
                            new Link(404, null, null),
                            new Link(1, "0114709", null))))
                .withCoder(BatchCoder.of(LinkCoder.of())));

    PAssert.that(
            pipeline
                .apply("Catalog", Create.of(CATALOG))
                .apply("Summarize", SummarizeLinks.of(links)))
        .containsInAnyOrder(coverage(4, 3, 1, 1, 1));
    pipeline.run();
  }

  @Test
  void withoutLinksEveryMovieIsWithoutOne() {
    assertThat(SummarizeLinks.table(CATALOG, List.of()), is(coverage(0, 0, 0, 0, 3)));
  }

  private static SummaryTable coverage(int rows, int imdb, int tmdb, int unknown, int unlinked) {
    return SummaryTable.metrics("links_coverage")
        .row("link_rows", rows)
        .row("links_with_imdb_id", imdb)
        .row("links_with_tmdb_id", tmdb)
        .row("links_of_unknown_movies", unknown)
        .row("movies_without_link", unlinked)
        .build();
  }
}
