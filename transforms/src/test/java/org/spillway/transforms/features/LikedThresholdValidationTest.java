package org.spillway.transforms.features;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The threshold, and the transforms here that have one. */
class LikedThresholdValidationTest {

  @Test
  void theDefaultIsFourStars() {
    assertThat(LikedThreshold.DEFAULT, is(8));
    assertThat(ComputeUserFeatures.create().likedThreshold(), is(8));
    assertThat(ComputeItemFeatures.create().likedThreshold(), is(8));
  }

  @Test
  void everyRatingOfTheScaleCanBeTheThreshold() {
    IntStream.rangeClosed(1, 10)
        .forEach(halfStars -> assertThat(LikedThreshold.checked(halfStars), is(halfStars)));
  }

  @ParameterizedTest
  @MethodSource("offTheScale")
  void refusesWhatIsOffTheScale(IntFunction<?> withLikedThreshold, int halfStars) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> withLikedThreshold.apply(halfStars));

    assertThat(
        refused.getMessage(),
        is("likedThreshold must be from 1 to 10 half stars, but was: " + halfStars));
  }

  static Stream<Arguments> offTheScale() {
    IntFunction<?> users = ComputeUserFeatures.create()::withLikedThreshold;
    IntFunction<?> items = ComputeItemFeatures.create()::withLikedThreshold;
    return Stream.of(users, items)
        .flatMap(with -> Stream.of(-1, 0, 11).map(halfStars -> Arguments.of(with, halfStars)));
  }
}
