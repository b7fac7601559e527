package org.spillway.transforms.features;

import com.google.auto.value.AutoValue;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.Movie;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserFeatures;
import org.spillway.schemas.UserHistory;
import org.spillway.transforms.metrics.StepTime;

/**
 * Describes each user by the whole of the user's history (setup spec, section 6): one {@link
 * UserFeatures} a history. No shuffle.
 *
 * <pre>{@code
 * PCollection<UserFeatures> users = enriched.apply("UserFeatures", ComputeUserFeatures.create());
 * }</pre>
 */
@AutoValue
public abstract class ComputeUserFeatures
    extends PTransform<PCollection<EnrichedHistory>, PCollection<UserFeatures>> {

  abstract int likedThreshold();

  /** Counts ratings of 4.0 stars and over as liked. */
  public static ComputeUserFeatures create() {
    return new AutoValue_ComputeUserFeatures(LikedThreshold.DEFAULT);
  }

  /**
   * Counts ratings of at least this many half stars as liked.
   *
   * @throws IllegalArgumentException if it is not from 1 to 10
   */
  public ComputeUserFeatures withLikedThreshold(int halfStars) {
    return new AutoValue_ComputeUserFeatures(LikedThreshold.checked(halfStars));
  }

  @Override
  public PCollection<UserFeatures> expand(PCollection<EnrichedHistory> histories) {
    return histories.apply("Describe", ParDo.of(new DescribeFn(likedThreshold())));
  }

  /** The features of one history. */
  static UserFeatures describe(EnrichedHistory enriched, int likedThreshold) {
    UserHistory history = enriched.history();
    long halfStarSum = 0;
    int liked = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    BitSet years = new BitSet();
    Set<String> primaryGenres = new HashSet<>();
    for (int i = 0; i < history.size(); i++) {
      int halfStars = history.halfStars(i);
      halfStarSum += halfStars;
      liked += halfStars >= likedThreshold ? 1 : 0;
      long time = history.timestamp(i);
      first = Math.min(first, time);
      last = Math.max(last, time);
      years.set(Timestamps.yearOf(time) - Timestamps.FIRST_YEAR);
      Movie movie = enriched.movie(i);
      if (movie != null) {
        primaryGenres.add(movie.primaryGenre());
      }
    }
    return new UserFeatures(
        history.userId(),
        history.size(),
        halfStarSum,
        liked,
        first,
        last,
        years.cardinality(),
        primaryGenres.size());
  }

  private static final class DescribeFn extends DoFn<EnrichedHistory, UserFeatures> {
    private final int likedThreshold;

    DescribeFn(int likedThreshold) {
      this.likedThreshold = likedThreshold;
    }

    @ProcessElement
    public void process(@Element EnrichedHistory history, OutputReceiver<UserFeatures> out) {
      StepTime.measure(() -> out.output(describe(history, likedThreshold)));
    }
  }
}
