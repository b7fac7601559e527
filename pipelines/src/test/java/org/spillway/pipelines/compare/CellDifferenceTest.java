package org.spillway.pipelines.compare;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellDifferenceTest {

  @ParameterizedTest
  @CsvSource({
    "12, 6, -6, -50.00",
    "1000000, 3000000, +2000000, +200.00",
    "-4, -3.5, +0.5, +12.50",
    "376.0, 215.0, -161, -42.82",
    "3.5792553191489362, 3.5146464, -0.0646089, -1.81",
    "1e-05, 2e-05, +0.00001, +100.00",
    "0, 5, +5, ''",
    "1.0, 1, 0, +0.00",
    "'', 5, '', ''",
    "Drama, War, '', ''",
    "2019-11-21 09:15:03, 2019-11-21 09:15:04, '', ''",
    "1e9999999, 2, '', ''",
    "1234567890123456789012, 2, '', ''",
  })
  void theChange(String a, String b, String change, String relative) {
    CellDifference cell = new CellDifference("row", "column", a, b);

    assertThat(cell.change(), is(change));
    assertThat(cell.relativeChange(), is(relative));
  }
}
