package org.spillway.transforms.slates;

import com.google.auto.value.AutoValue;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.UserFeatures;
import org.spillway.transforms.metrics.StepTime;

/**
 * Chooses the users who get a seed slate (setup spec, section 9, step 1): of those with at least
 * {@code minUserRatings} the first {@code maxSeedUsers} by ratings descending, distinct primary
 * genres descending, id ascending.
 *
 * <p>In: all users in one list. Out: the chosen ones in one, in that order; it is empty if no user
 * qualifies.
 */
@AutoValue
public abstract class SelectSeedUsers
    extends PTransform<PCollection<List<UserFeatures>>, PCollection<List<UserFeatures>>> {

  abstract int minUserRatings();

  abstract int maxSeedUsers();

  /** Takes up to 3,000 users with at least 20 ratings, as the seed does. */
  public static SelectSeedUsers create() {
    return new AutoValue_SelectSeedUsers(20, 3_000);
  }

  /**
   * Asks for at least this many ratings.
   *
   * @throws IllegalArgumentException if it is under 1
   */
  public SelectSeedUsers withMinUserRatings(int minUserRatings) {
    if (minUserRatings < 1) {
      throw new IllegalArgumentException(
          "minUserRatings must be at least 1, but was: " + minUserRatings);
    }
    return new AutoValue_SelectSeedUsers(minUserRatings, maxSeedUsers());
  }

  /**
   * Takes at most this many users.
   *
   * @throws IllegalArgumentException if it is under 1
   */
  public SelectSeedUsers withMaxSeedUsers(int maxSeedUsers) {
    if (maxSeedUsers < 1) {
      throw new IllegalArgumentException(
          "maxSeedUsers must be at least 1, but was: " + maxSeedUsers);
    }
    return new AutoValue_SelectSeedUsers(minUserRatings(), maxSeedUsers);
  }

  @Override
  public PCollection<List<UserFeatures>> expand(PCollection<List<UserFeatures>> users) {
    return users
        .apply("MostActive", ParDo.of(new SelectFn(minUserRatings(), maxSeedUsers())))
        .setCoder(users.getCoder());
  }

  private static final class SelectFn extends DoFn<List<UserFeatures>, List<UserFeatures>> {
    private static final Comparator<UserFeatures> BY_ACTIVITY =
        Comparator.comparingInt(UserFeatures::ratings)
            .thenComparingInt(UserFeatures::uniquePrimaryGenres)
            .reversed()
            .thenComparingInt(UserFeatures::userId);

    private final int minUserRatings;
    private final int maxSeedUsers;

    SelectFn(int minUserRatings, int maxSeedUsers) {
      this.minUserRatings = minUserRatings;
      this.maxSeedUsers = maxSeedUsers;
    }

    @ProcessElement
    public void process(@Element List<UserFeatures> users, OutputReceiver<List<UserFeatures>> out) {
      StepTime.measure(
          () ->
              out.output(
                  users.stream()
                      .filter(user -> user.ratings() >= minUserRatings)
                      .sorted(BY_ACTIVITY)
                      .limit(maxSeedUsers)
                      .toList()));
    }
  }
}
