package org.spillway.transforms.sample;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleUsersByModulusValidationTest {

  @Test
  void refusesAModulusUnderOne() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> SampleUsersByModulus.of(0));

    assertThat(refused.getMessage(), is("userModulus must be at least 1, but was: 0"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 50, 51})
  void withRemainderRefusesWhatNoIdHas(int remainder) {
    SampleUsersByModulus sample = SampleUsersByModulus.of(50);

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> sample.withRemainder(remainder));

    assertThat(
        refused.getMessage(),
        is("userRemainder must be from 0 to userModulus - 1 = 49, but was: " + remainder));
  }
}
