package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.UserFeatures;
import org.spillway.schemas.UserFeaturesCoder;
import org.spillway.transforms.testing.TestPipelines;

class SummarizeSlatesTest {
  private static final SlateItem HEAT =
      new SlateItem(6, Movie.of(6, "Heat (1995)", "Action|Crime|Thriller"), 10, true, 10);
  private static final SlateItem SABRINA =
      new SlateItem(7, Movie.of(7, "Sabrina (1995)", "Comedy|Romance"), 7, false, 20);
  private static final SlateItem SPEED =
      new SlateItem(8, Movie.of(8, "Speed (1994)", "Action|Romance"), 9, true, 40);
  private static final SlateItem UNKNOWN = new SlateItem(404, null, 8, true, 30);

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void countsSlatesMoviesAndClusters(TestPipeline pipeline) {
    List<UserFeatures> users = List.of(user(1, 10), user(2, 100), user(3, 0));
    PCollectionView<Iterable<List<UserFeatures>>> seedUsers =
        pipeline.apply("SeedUsers", Create.of(List.of(users))).apply(View.asIterable());
    List<SeedSlate> slates =
        List.of(
            new SeedSlate(1, List.of(HEAT, SABRINA, SPEED)),
            new SeedSlate(2, List.of(UNKNOWN, HEAT, SABRINA)));

    PAssert.that(
            pipeline
                .apply("Slates", Create.of(List.of(slates)))
                .apply("Summarize", SummarizeSlates.of(seedUsers, 3))
                .apply(Tables.only("slate_seed_summary")))
        .containsInAnyOrder(
            SummaryTable.metrics("slate_seed_summary")
                .row("eligible_users_considered", 3)
                .row("complete_seed_slates", 2)
                .row("rows_in_seed_slate_table", 6)
                .row("slate_size", 3)
                .row("unique_movies_in_seed_slates", 4)
                .row("unique_spillover_clusters", 3)
                .row("mean_high_relevance_rate", 4.0 / 6)
                .build());
    pipeline.run();
  }

  @Test
  void withoutSlatesThereIsNothingToAverage() {
    assertThat(
        SummarizeSlates.table(5, List.of(), 12),
        is(
            SummaryTable.metrics("slate_seed_summary")
                .row("eligible_users_considered", 5)
                .row("complete_seed_slates", 0)
                .row("rows_in_seed_slate_table", 0)
                .row("slate_size", 12)
                .row("unique_movies_in_seed_slates", 0)
                .row("unique_spillover_clusters", 0)
                .row("mean_high_relevance_rate", (Object) null)
                .build()));
  }

  @Test
  void refusesASlateOfNothing() {
    PCollectionView<Iterable<List<UserFeatures>>> seedUsers =
        Pipeline.create()
            .apply(Create.empty(ListCoder.of(UserFeaturesCoder.of())))
            .apply(View.asIterable());

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> SummarizeSlates.of(seedUsers, 0));

    assertThat(refused.getMessage(), is("slateSize must be at least 1, but was: 0"));
  }

  @Test
  void slatesThatAreTooShortOrRepeatAMovieAreNamed() {
    List<SeedSlate> slates =
        List.of(
            new SeedSlate(3, List.of(HEAT, HEAT)),
            new SeedSlate(2, List.of(HEAT, SABRINA)),
            new SeedSlate(1, List.of(HEAT)));

    assertThat(
        SlateTables.faults(slates, 2),
        is(
            SummaryTable.builder("slate_faults", "slate_id", "fault")
                .row("user_1_seed", "positions")
                .row("user_3_seed", "repeated_movie")
                .build()));
  }

  /** A history of a single moment has no share, so the second user counts in two rows only. */
  @Test
  void timeSpansOfSlatesAreSetAgainstTheHistories() {
    long day = 86_400;
    SlateItem early = new SlateItem(6, null, 8, true, day);
    SlateItem late = new SlateItem(7, null, 8, true, 3 * day);
    List<SeedSlate> slates =
        List.of(new SeedSlate(1, List.of(late, early)), new SeedSlate(2, List.of(early)));

    assertThat(
        SlateTables.timeSpans(slates, List.of(user(1, 8 * day), user(2, 0), user(3, day))),
        is(
            DescribeTable.named("slate_time_span")
                .row("slate_span_days", new double[] {2, 0})
                .row("history_span_days", new double[] {8, 0})
                .row("slate_share_of_history", new double[] {0.25})
                .build()));
  }

  private static UserFeatures user(int userId, long seconds) {
    return new UserFeatures(userId, 20, 100, 5, 0, seconds, 1, 1);
  }
}
