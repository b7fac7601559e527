package org.spillway.transforms.slates;

import com.google.auto.value.AutoValue;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.UserFeatures;
import org.spillway.transforms.features.LikedThreshold;
import org.spillway.transforms.gather.OnlyElement;
import org.spillway.transforms.metrics.StepTime;

/**
 * Builds the candidate sets that later pipelines rank, promote and measure (setup spec, section 9):
 * for each seed user the {@code slateSize} best of the {@code recentPoolSize} latest ratings. A
 * user with fewer gets none. One {@link SeedSlate} a user; no shuffle.
 *
 * <p>A slate is no impression log: it is a realistic set of movies that the user is known to have
 * cared about at about the same time.
 *
 * <pre>{@code
 * PCollectionView<Iterable<List<UserFeatures>>> seedUsers =
 *     users
 *         .apply("SeedUsers", SelectSeedUsers.create())
 *         .apply("SeedUsersView", View.asIterable());
 * PCollection<SeedSlate> slates =
 *     enriched.apply("Slates", BuildSeedSlates.of(seedUsers).withSlateSize(10));
 * }</pre>
 */
@AutoValue
public abstract class BuildSeedSlates
    extends PTransform<PCollection<EnrichedHistory>, PCollection<SeedSlate>> {

  abstract PCollectionView<Iterable<List<UserFeatures>>> seedUsers();

  abstract SlateRules rules();

  /** Builds slates of 12 out of pools of 50 for these users, one list, as the seed does. */
  public static BuildSeedSlates of(PCollectionView<Iterable<List<UserFeatures>>> seedUsers) {
    return new AutoValue_BuildSeedSlates(seedUsers, new SlateRules(50, 12, LikedThreshold.DEFAULT));
  }

  /**
   * Considers this many of a user's latest ratings.
   *
   * @throws IllegalArgumentException if it is under 1
   */
  public BuildSeedSlates withRecentPoolSize(int recentPoolSize) {
    return with(
        new SlateRules(
            atLeastOne("recentPoolSize", recentPoolSize),
            rules().slateSize(),
            rules().likedThreshold()));
  }

  /**
   * Puts this many movies on a slate.
   *
   * @throws IllegalArgumentException if it is under 1
   */
  public BuildSeedSlates withSlateSize(int slateSize) {
    return with(
        new SlateRules(
            rules().recentPoolSize(),
            atLeastOne("slateSize", slateSize),
            rules().likedThreshold()));
  }

  /**
   * Marks ratings of at least this many half stars as highly relevant.
   *
   * @throws IllegalArgumentException if it is not from 1 to 10
   */
  public BuildSeedSlates withLikedThreshold(int halfStars) {
    return with(
        new SlateRules(
            rules().recentPoolSize(), rules().slateSize(), LikedThreshold.checked(halfStars)));
  }

  @Override
  public PCollection<SeedSlate> expand(PCollection<EnrichedHistory> histories) {
    if (rules().slateSize() > rules().recentPoolSize()) {
      throw new IllegalArgumentException(
          "slateSize must be at most recentPoolSize = "
              + rules().recentPoolSize()
              + ", but was: "
              + rules().slateSize());
    }
    return histories.apply(
        "Build",
        ParDo.of(new BuildFn(seedUsers(), rules())).withSideInput("seedUsers", seedUsers()));
  }

  private BuildSeedSlates with(SlateRules rules) {
    return new AutoValue_BuildSeedSlates(seedUsers(), rules);
  }

  private static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, but was: " + value);
    }
    return value;
  }

  private static final class BuildFn extends DoFn<EnrichedHistory, SeedSlate> {
    private final OnlyElement<List<UserFeatures>> seedUsers;
    private final SlateRules rules;
    private final SeedUserIds ids = new SeedUserIds();

    BuildFn(PCollectionView<Iterable<List<UserFeatures>>> seedUsers, SlateRules rules) {
      this.seedUsers = new OnlyElement<>(seedUsers);
      this.rules = rules;
    }

    @StartBundle
    public void startBundle() {
      seedUsers.forget();
    }

    @ProcessElement
    public void process(ProcessContext context, BoundedWindow window) {
      StepTime.measure(
          () -> {
            EnrichedHistory history = context.element();
            if (ids.of(seedUsers.of(context, window)).contains(history.userId())) {
              rules.slateOf(history).ifPresent(context::output);
            }
          });
    }
  }
}
