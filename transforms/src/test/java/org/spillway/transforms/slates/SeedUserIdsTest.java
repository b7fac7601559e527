package org.spillway.transforms.slates;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import java.util.List;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.DistinctIds;
import org.spillway.schemas.UserFeatures;

class SeedUserIdsTest {
  private final SeedUserIds ids = new SeedUserIds();

  @Test
  void areThoseOfTheListAtHand() {
    List<UserFeatures> one = List.of(user(3), user(9));
    List<UserFeatures> other = List.of(user(4));

    assertThat(ids.of(one).contains(3) && ids.of(one).contains(9), is(true));
    assertThat(ids.of(one).contains(4), is(false));
    assertThat(ids.of(other).contains(4), is(true));
    assertThat(ids.of(other).contains(3), is(false));
    assertThat(ids.of(one).contains(3), is(true));
  }

  @Test
  void areCollectedOnceForAList() {
    List<UserFeatures> users = List.of(user(3));

    DistinctIds first = ids.of(users);

    assertThat(ids.of(users), is(sameInstance(first)));
  }

  @Test
  void areCollectedAnewOnAWorker() {
    List<UserFeatures> users = List.of(user(3));
    ids.of(users);

    assertThat(SerializableUtils.ensureSerializable(ids).of(users).contains(3), is(true));
  }

  private static UserFeatures user(int userId) {
    return new UserFeatures(userId, 20, 120, 9, 0, 0, 1, 1);
  }
}
