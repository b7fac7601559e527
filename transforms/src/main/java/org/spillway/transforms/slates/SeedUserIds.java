package org.spillway.transforms.slates;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.DistinctIds;
import org.spillway.schemas.UserFeatures;

/** The ids of a list of users, kept for as long as it is the same list that is asked about. */
final class SeedUserIds implements Serializable {
  private static final long serialVersionUID = 1;

  private transient @Nullable List<UserFeatures> users;
  private transient @Nullable DistinctIds ids;

  /** The ids of these users. A runner hands the same list out again; in another window, another. */
  DistinctIds of(List<UserFeatures> seedUsers) {
    DistinctIds known = ids;
    if (known == null || users != seedUsers) {
      known = new DistinctIds();
      for (UserFeatures user : seedUsers) {
        known.add(user.userId());
      }
      users = seedUsers;
      ids = known;
    }
    return known;
  }
}
