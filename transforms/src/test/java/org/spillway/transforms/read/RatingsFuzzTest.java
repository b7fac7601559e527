package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.spillway.transforms.read.CsvComparison.Outcome;

/** Any bytes as a ratings file: as an obvious parser and a CSV library read it, or refused. */
class RatingsFuzzTest {

  @Timeout(10)
  @FuzzTest
  void readsAsOthersDo(byte[] csv) throws IOException {
    Outcome<String> outcome = CsvComparison.read(csv, Reading::ratingsInChunks);
    if (!CsvComparison.isComparable(csv, RatingLine.COLUMNS)) {
      return;
    }
    ObviousRatings expected = ObviousRatings.parse(CsvComparison.text(csv));
    if (expected.read() == 0) {
      assertThat(outcome.fault(), is(InputFault.NO_DATA));
    } else if (expected.milliseconds() > expected.read() / 2) {
      assertThat(outcome.fault(), is(InputFault.MILLISECONDS));
    } else {
      assertThat(outcome.fault(), is(nullValue()));
      assertThat(outcome.reading().rows(), is(expected.rows()));
      assertThat(outcome.rejectedLines(), is(expected.rejectedLines()));
      assertThat(outcome.reading().report().read(), is(expected.read()));
      if (expected.rejectedLines().isEmpty()) {
        assertThat(
            CsvComparison.rowsOfALibrary(csv).stream().map(RatingsFuzzTest::shown).toList(),
            is(expected.rows()));
      }
    }
  }

  private static String shown(List<String> cells) {
    int halfStars = (int) (2 * Double.parseDouble(cells.get(2)));
    return Integer.parseInt(cells.get(0))
        + ","
        + Integer.parseInt(cells.get(1))
        + ","
        + halfStars
        + ","
        + Long.parseLong(cells.get(3));
  }
}
