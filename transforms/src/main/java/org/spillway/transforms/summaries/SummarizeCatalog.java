package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.metrics.StepTime;

/**
 * Counts what the catalog holds: the table movie_summary (setup spec, section 2), and how far the
 * primary genre is an artefact of the order in which genres are listed: genre_order and
 * genre_primary_share.
 */
@AutoValue
public abstract class SummarizeCatalog
    extends PTransform<PCollection<Catalog>, PCollection<SummaryTable>> {

  /** Summarizes a catalog. */
  public static SummarizeCatalog create() {
    return new AutoValue_SummarizeCatalog();
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<Catalog> catalog) {
    return catalog.apply(
        "Tabulate",
        FlatMapElements.into(TypeDescriptor.of(SummaryTable.class))
            .via(
                movies ->
                    StepTime.measured(
                        () ->
                            List.of(
                                table(movies),
                                GenreOrder.summary(movies),
                                GenreOrder.shares(movies)))));
  }

  static SummaryTable table(Catalog catalog) {
    List<Movie> movies = catalog.movies();
    double[] genreCounts = new double[movies.size()];
    Set<String> primaryGenres = new HashSet<>();
    long withYear = 0;
    long withoutGenres = 0;
    for (int i = 0; i < genreCounts.length; i++) {
      Movie movie = movies.get(i);
      genreCounts[i] = movie.genreCount();
      primaryGenres.add(movie.primaryGenre());
      withYear += movie.releaseYear() == null ? 0 : 1;
      withoutGenres += Movie.NO_GENRES.equals(movie.genres()) ? 1 : 0;
    }
    return SummaryTable.metrics("movie_summary")
        .row("movies", movies.size())
        .row("movies_with_release_year", withYear)
        .row("movies_without_genres", withoutGenres)
        .row("distinct_primary_genres", primaryGenres.size())
        .row("median_genres_per_movie", Description.of(genreCounts).quantile(0.5))
        .build();
  }
}
