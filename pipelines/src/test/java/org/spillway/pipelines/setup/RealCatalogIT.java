package org.spillway.pipelines.setup;

import java.nio.file.Path;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.spillway.data.testing.SharedData;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.read.ReadZipCsv;
import org.spillway.transforms.summaries.SummarizeCatalog;

/** The five catalog figures that the seed printed for ml-32m. Skipped where the data is absent. */
class RealCatalogIT {

  @Test
  void theCatalogOfMl32m() {
    Path archive = SharedData.find("data/ml-32m-catalog.zip").orElse(null);
    Assumptions.assumeTrue(archive != null, "the real data is not here");
    Pipeline pipeline = Pipeline.create();
    PCollection<SummaryTable> summary =
        pipeline
            .apply("Archive", Create.of(archive.toString()))
            .apply("ReadMovies", ReadZipCsv.movies())
            .records()
            .apply("Summarize", SummarizeCatalog.create())
            .apply("Figures", Filter.by(table -> table.name().equals("movie_summary")));

    PAssert.thatSingleton(summary)
        .isEqualTo(
            SummaryTable.metrics("movie_summary")
                .row("movies", 87_585)
                .row("movies_with_release_year", 86_968)
                .row("movies_without_genres", 7_080)
                .row("distinct_primary_genres", 20)
                .row("median_genres_per_movie", 1.0)
                .build());
    pipeline.run().waitUntilFinish();
  }
}
