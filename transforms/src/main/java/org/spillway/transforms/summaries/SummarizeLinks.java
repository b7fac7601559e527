package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.DistinctIds;
import org.spillway.schemas.Link;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.metrics.StepTime;

/**
 * Counts how much of the catalog has ids elsewhere: the table links_coverage. In: the catalog; the
 * links are a side input.
 */
@AutoValue
public abstract class SummarizeLinks
    extends PTransform<PCollection<Catalog>, PCollection<SummaryTable>> {

  abstract PCollection<Batch<Link>> links();

  /** Summarizes these links. */
  public static SummarizeLinks of(PCollection<Batch<Link>> links) {
    return new AutoValue_SummarizeLinks(links);
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<Catalog> catalog) {
    PCollectionView<Iterable<Batch<Link>>> all = links().apply("AllLinks", View.asIterable());
    return catalog.apply("Tabulate", ParDo.of(new TabulateFn(all)).withSideInput("links", all));
  }

  static SummaryTable table(Catalog catalog, Iterable<Batch<Link>> batches) {
    long rows = 0;
    long withImdb = 0;
    long withTmdb = 0;
    long unknown = 0;
    DistinctIds linked = new DistinctIds();
    for (Batch<Link> batch : batches) {
      List<Link> links = batch.rows();
      for (Link link : links) {
        rows++;
        withImdb += link.imdbId() == null ? 0 : 1;
        withTmdb += link.tmdbId() == null ? 0 : 1;
        unknown += catalog.find(link.movieId()) == null ? 1 : 0;
        linked.add(link.movieId());
      }
    }
    long unlinked = 0;
    for (Movie movie : catalog.movies()) {
      unlinked += linked.contains(movie.movieId()) ? 0 : 1;
    }
    return SummaryTable.metrics("links_coverage")
        .row("link_rows", rows)
        .row("links_with_imdb_id", withImdb)
        .row("links_with_tmdb_id", withTmdb)
        .row("links_of_unknown_movies", unknown)
        .row("movies_without_link", unlinked)
        .build();
  }

  private static final class TabulateFn extends DoFn<Catalog, SummaryTable> {
    private final PCollectionView<Iterable<Batch<Link>>> links;

    TabulateFn(PCollectionView<Iterable<Batch<Link>>> links) {
      this.links = links;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      StepTime.measure(() -> context.output(table(context.element(), context.sideInput(links))));
    }
  }
}
