package org.spillway.transforms.slates;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectSeedUsersValidationTest {

  @ParameterizedTest
  @ValueSource(ints = {0, -20})
  void refusesFewerRatingsThanOne(int minUserRatings) {
    SelectSeedUsers select = SelectSeedUsers.create();

    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> select.withMinUserRatings(minUserRatings));

    assertThat(
        refused.getMessage(), is("minUserRatings must be at least 1, but was: " + minUserRatings));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3_000})
  void refusesFewerUsersThanOne(int maxSeedUsers) {
    SelectSeedUsers select = SelectSeedUsers.create();

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> select.withMaxSeedUsers(maxSeedUsers));

    assertThat(
        refused.getMessage(), is("maxSeedUsers must be at least 1, but was: " + maxSeedUsers));
  }

  @Test
  void acceptsOneOfEach() {
    SelectSeedUsers select = SelectSeedUsers.create().withMinUserRatings(1).withMaxSeedUsers(1);

    assertThat(select.minUserRatings(), is(1));
    assertThat(select.maxSeedUsers(), is(1));
  }

  @Test
  void theDefaultsAreTheSeeds() {
    assertThat(
        SelectSeedUsers.create(),
        is(SelectSeedUsers.create().withMinUserRatings(20).withMaxSeedUsers(3_000)));
  }
}
