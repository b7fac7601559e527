package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
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
import org.spillway.transforms.gather.Accumulate;
import org.spillway.transforms.metrics.StepTime;

/**
 * Counts how much of the catalog has ids elsewhere: the table links_coverage. In: the catalog; what
 * is counted of the links is a side input, a few bytes a link.
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
    PCollectionView<Iterable<LinkTally>> tallies =
        links()
            .apply(
                "Tally",
                Accumulate.into(LinkTally::new, LinkTally::addAll, new LinkTally.TallyCoder()))
            .apply("Tallies", View.asIterable());
    return catalog.apply(
        "Tabulate", ParDo.of(new TabulateFn(tallies)).withSideInput("links", tallies));
  }

  static SummaryTable table(Catalog catalog, Iterable<LinkTally> tallies) {
    LinkTally links = new LinkTally();
    tallies.forEach(links::merge);
    DistinctIds linked = new DistinctIds();
    long unknown = 0;
    for (int i = 0; i < links.rows(); i++) {
      linked.add(links.movieId(i));
      unknown += catalog.find(links.movieId(i)) == null ? 1 : 0;
    }
    long unlinked = 0;
    for (Movie movie : catalog.movies()) {
      unlinked += linked.contains(movie.movieId()) ? 0 : 1;
    }
    return SummaryTable.metrics("links_coverage")
        .row("link_rows", links.rows())
        .row("links_with_imdb_id", links.withImdb())
        .row("links_with_tmdb_id", links.withTmdb())
        .row("links_of_unknown_movies", unknown)
        .row("movies_without_link", unlinked)
        .build();
  }

  private static final class TabulateFn extends DoFn<Catalog, SummaryTable> {
    private final PCollectionView<Iterable<LinkTally>> links;

    TabulateFn(PCollectionView<Iterable<LinkTally>> links) {
      this.links = links;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      StepTime.measure(() -> context.output(table(context.element(), context.sideInput(links))));
    }
  }
}
