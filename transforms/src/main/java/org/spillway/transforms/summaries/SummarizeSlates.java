package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.HashSet;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.spillway.schemas.DistinctIds;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.UserFeatures;

/**
 * Counts what the seed slates offer: the tables slate_seed_summary (setup spec, section 9) and
 * slate_overlap, how many substitutes share a slate. In: the seed users that were considered, as
 * one set; the slates are a side input. All slates are in memory at once.
 */
@AutoValue
public abstract class SummarizeSlates
    extends PTransform<PCollection<DistinctIds>, PCollection<SummaryTable>> {

  abstract PCollection<SeedSlate> slates();

  abstract PCollection<UserFeatures> users();

  abstract int slateSize();

  /**
   * Summarizes these slates.
   *
   * @param users the users' features, those of other users too
   * @param slateSize the size of each, for the table
   * @throws IllegalArgumentException if it is under 1
   */
  public static SummarizeSlates of(
      PCollection<SeedSlate> slates, PCollection<UserFeatures> users, int slateSize) {
    if (slateSize < 1) {
      throw new IllegalArgumentException("slateSize must be at least 1, but was: " + slateSize);
    }
    return new AutoValue_SummarizeSlates(slates, users, slateSize);
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<DistinctIds> seedUsers) {
    PCollectionView<Iterable<SeedSlate>> all = slates().apply("AllSlates", View.asIterable());
    PCollectionView<Iterable<UserFeatures>> everyone = users().apply("Users", View.asIterable());
    return seedUsers.apply(
        "Tabulate",
        ParDo.of(new TabulateFn(all, everyone, slateSize()))
            .withSideInput("slates", all)
            .withSideInput("users", everyone));
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

  private static final class TabulateFn extends DoFn<DistinctIds, SummaryTable> {
    private final PCollectionView<Iterable<SeedSlate>> slates;
    private final PCollectionView<Iterable<UserFeatures>> users;
    private final int slateSize;

    TabulateFn(
        PCollectionView<Iterable<SeedSlate>> slates,
        PCollectionView<Iterable<UserFeatures>> users,
        int slateSize) {
      this.slates = slates;
      this.users = users;
      this.slateSize = slateSize;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Iterable<SeedSlate> all = context.sideInput(slates);
      context.output(table(context.element().count(), all, slateSize));
      context.output(SlateOverlap.of(all));
      context.output(SlateTables.faults(all, slateSize));
      context.output(SlateTables.timeSpans(all, context.sideInput(users)));
    }
  }
}
