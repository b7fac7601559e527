package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.schemas.RatingsProfile;
import org.spillway.transforms.testing.TestBatch;

class MergeProfilesTest {
  private static final ArchiveOrder ORDER = new ArchiveOrder(List.of("a.zip", "b.zip", "c.zip"));

  private static KV<String, RatingsProfile> part(String archive, int... users) {
    RatingsProfile profile = new RatingsProfile();
    for (int user : users) {
      profile.add(TestBatch.at(0).row(user, 10 + user % 2, 3, user).build());
    }
    return KV.of(archive, profile);
  }

  @Test
  void theWholeIsWhatOneFileWouldGive() {
    RatingsProfile whole =
        MergeProfiles.merge(
            List.of(part("c.zip", 3, 4), part("a.zip", 1, 1), part("b.zip", 2)), ORDER);

    assertThat(whole, is(part("", 1, 1, 2, 3, 4).getValue()));
    assertThat(whole.users(), is(4L));
    assertThat(whole.movies(), is(2L));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 5_000, 1 << 20, Integer.MAX_VALUE})
  void aUserInTwoArchivesIsRefused(int user) {
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () ->
                MergeProfiles.merge(
                    List.of(part("c.zip", user), part("b.zip", 2), part("a.zip", user, 3)), ORDER));

    assertThat(refused.fault(), is(InputFault.USER_IN_TWO_ARCHIVES));
    assertThat(
        refused.getMessage(),
        is(
            "INPUT-033 c.zip: user "
                + user
                + " has ratings in two archives; expected each user in one archive, found this"
                + " user in a.zip too; cut the data set by user, and give each part once"));
  }

  @Test
  void theFirstOfTheUsersAndOfTheArchivesIsNamedWhateverArrivesFirst() {
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () ->
                MergeProfiles.merge(
                    List.of(part("c.zip", 7, 8, 9), part("b.zip", 9, 8), part("a.zip", 9, 8, 1)),
                    ORDER));

    assertThat(
        refused.getMessage().replaceFirst("; expected.*found", ""),
        is(
            "INPUT-033 b.zip: user 8 has ratings in two archives this user in a.zip too; cut the"
                + " data set by user, and give each part once"));
  }
}
