package org.spillway.transforms.slates;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.DistinctIds;
import org.spillway.schemas.UserFeatures;

/**
 * Chooses the users who get a seed slate (setup spec, section 9, step 1): of those with at least
 * {@code minUserRatings} the first {@code maxSeedUsers} by ratings descending, distinct primary
 * genres descending, id ascending.
 *
 * <p>One element comes out, the set of their ids; it is empty if no user qualifies.
 */
@AutoValue
public abstract class SelectSeedUsers
    extends PTransform<PCollection<UserFeatures>, PCollection<DistinctIds>> {

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
  public PCollection<DistinctIds> expand(PCollection<UserFeatures> users) {
    int atLeast = minUserRatings();
    return users
        .apply("Eligible", Filter.by(user -> user.ratings() >= atLeast))
        .apply("MostActive", Top.of(maxSeedUsers(), new ByActivity()))
        .apply("Ids", ParDo.of(new IdsFn()));
  }

  /** The more ratings the greater, then the more genres, then the smaller the id. */
  private static final class ByActivity implements Comparator<UserFeatures>, Serializable {
    @Override
    public int compare(UserFeatures a, UserFeatures b) {
      int byRatings = Integer.compare(a.ratings(), b.ratings());
      int byGenres = Integer.compare(a.uniquePrimaryGenres(), b.uniquePrimaryGenres());
      return byRatings != 0
          ? byRatings
          : byGenres != 0 ? byGenres : Integer.compare(b.userId(), a.userId());
    }
  }

  private static final class IdsFn extends DoFn<List<UserFeatures>, DistinctIds> {
    @ProcessElement
    public void process(@Element List<UserFeatures> users, OutputReceiver<DistinctIds> out) {
      DistinctIds ids = new DistinctIds();
      users.forEach(user -> ids.add(user.userId()));
      out.output(ids);
    }
  }
}
