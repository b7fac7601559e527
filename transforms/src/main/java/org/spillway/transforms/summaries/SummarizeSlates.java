package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.spillway.schemas.DistinctIds;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.UserFeatures;
import org.spillway.transforms.gather.OnlyElement;
import org.spillway.transforms.metrics.StepTime;

/**
 * Counts what the seed slates offer: the tables slate_seed_summary (setup spec, section 9),
 * slate_overlap, how many substitutes share a slate, slate_faults and slate_time_span. In: all
 * slates in one list; the users they were made for are a side input.
 */
@AutoValue
public abstract class SummarizeSlates
    extends PTransform<PCollection<List<SeedSlate>>, PCollection<SummaryTable>> {

  abstract PCollectionView<Iterable<List<UserFeatures>>> seedUsers();

  abstract int slateSize();

  /**
   * Summarizes the slates of these users.
   *
   * @param seedUsers all who were considered, with a slate or without, in one list
   * @param slateSize the size of each, for the table
   * @throws IllegalArgumentException if it is under 1
   */
  public static SummarizeSlates of(
      PCollectionView<Iterable<List<UserFeatures>>> seedUsers, int slateSize) {
    if (slateSize < 1) {
      throw new IllegalArgumentException("slateSize must be at least 1, but was: " + slateSize);
    }
    return new AutoValue_SummarizeSlates(seedUsers, slateSize);
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<List<SeedSlate>> slates) {
    return slates.apply(
        "Tabulate",
        ParDo.of(new TabulateFn(seedUsers(), slateSize())).withSideInput("seedUsers", seedUsers()));
  }

  static SummaryTable table(long seedUsers, Iterable<SeedSlate> slates, int slateSize) {
    long complete = 0;
    long rows = 0;
    long relevant = 0;
    DistinctIds movies = new DistinctIds();
    Set<String> clusters = new HashSet<>();
    for (SeedSlate slate : slates) {
      complete++;
      for (SlateItem item : slate.items()) {
        rows++;
        relevant += item.highRelevance() ? 1 : 0;
        movies.add(item.movieId());
        clusters.add(item.spilloverCluster());
      }
    }
    return SummaryTable.metrics("slate_seed_summary")
        .row("eligible_users_considered", seedUsers)
        .row("complete_seed_slates", complete)
        .row("rows_in_seed_slate_table", rows)
        .row("slate_size", slateSize)
        .row("unique_movies_in_seed_slates", movies.count())
        .row("unique_spillover_clusters", clusters.size())
        .row("mean_high_relevance_rate", rows == 0 ? null : (double) relevant / rows)
        .build();
  }

  private static final class TabulateFn extends DoFn<List<SeedSlate>, SummaryTable> {
    private final OnlyElement<List<UserFeatures>> seedUsers;
    private final int slateSize;

    TabulateFn(PCollectionView<Iterable<List<UserFeatures>>> seedUsers, int slateSize) {
      this.seedUsers = new OnlyElement<>(seedUsers);
      this.slateSize = slateSize;
    }

    @StartBundle
    public void startBundle() {
      seedUsers.forget();
    }

    @ProcessElement
    public void process(ProcessContext context, BoundedWindow window) {
      StepTime.measure(
          () -> {
            List<SeedSlate> slates = context.element();
            List<UserFeatures> users = seedUsers.of(context, window);
            context.output(table(users.size(), slates, slateSize));
            context.output(SlateOverlap.of(slates));
            context.output(SlateTables.faults(slates, slateSize));
            context.output(SlateTables.timeSpans(slates, users));
          });
    }
  }
}
