package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingScaleTest {

  @ParameterizedTest
  @CsvSource({"0.5,1", "0.50,1", "1,2", "1.0,2", "1.5,3", "4,8", "4.000,8", "4.500,9", "5.0,10"})
  void halfStarsMayHaveFurtherZeros(String cell, int halfStars) {
    assertThat(RatingScale.parse(cell), is(halfStars));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0.0",
        "5.5",
        "6",
        "9.0",
        "4.",
        "45",
        ".5",
        "4,5",
        "4x5",
        "4 5",
        "415",
        "4.1",
        "4.4",
        "4.6",
        "4.9",
        "4.51",
        "4.05",
        "4.005",
        "4.501",
        "4.0x",
        "4.0 ",
        " 4.0",
        "-4.0",
        "+4.0",
        "\u0664.0",
        "\uFF14.0",
        "NaN",
        "1e0",
        "1e400",
        "4.0.0",
        "4.25"
      })
  void nothingElseIsARating(String cell) {
    assertThat(RatingScale.parse(cell), is(-1));
  }
}
