package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.spillway.schemas.Movie;
import org.spillway.transforms.read.CsvComparison.Outcome;
import org.spillway.transforms.read.ObviousRecords.Verdict;

/** Any bytes as a file of movies: as an obvious parser and a CSV library read it, or refused. */
class MoviesFuzzTest {
  private final Set<Integer> ids = new HashSet<>();

  @Timeout(10)
  @FuzzTest
  void readsAsOthersDo(byte[] csv) throws IOException {
    Outcome<Movie> outcome = CsvComparison.read(csv, Reading::moviesInChunks);
    if (!CsvComparison.isComparable(csv, MovieRows.COLUMNS)) {
      return;
    }
    ids.clear();
    ObviousRecords expected = ObviousRecords.parse(CsvComparison.text(csv), 3, this::judge);
    if (!expected.closes()) {
      assertThat(outcome.fault(), is(InputFault.UNCLOSED_QUOTE));
      return;
    }
    assertThat(outcome.fault(), is(nullValue()));
    assertThat(outcome.rejectedLines(), is(expected.rejectedLines()));
    assertThat(
        outcome.reading().rows(), is(expected.rows().stream().map(MoviesFuzzTest::movie).toList()));
    assertThat(outcome.reading().report().read(), is(expected.read()));
    if (expected.rejectedLines().isEmpty()) {
      assertThat(CsvComparison.rowsOfALibrary(csv), is(expected.rows()));
    }
  }

  private Verdict judge(List<String> cells) {
    String id = cells.get(0);
    String genres = cells.get(2);
    if (!CsvComparison.areText(cells)) {
      return Verdict.REJECTED;
    }
    if (!ObviousRatings.isId(id)) {
      return id.contains("\n") ? Verdict.FIRST_LINE_REJECTED : Verdict.REJECTED;
    }
    if (cells.get(1).length() > MovieRows.MAX_TEXT_BYTES
        || genres.length() > MovieRows.MAX_TEXT_BYTES) {
      return Verdict.FIRST_LINE_REJECTED;
    }
    return genres.split("\\|", -1).length > MovieRows.MAX_GENRES || !ids.add(Integer.valueOf(id))
        ? Verdict.REJECTED
        : Verdict.ACCEPTED;
  }

  private static Movie movie(List<String> cells) {
    MissingValues missing = MissingValues.pandas();
    return Movie.of(
        Integer.parseInt(cells.get(0)),
        missing.nullIfMissing(CsvComparison.decoded(cells.get(1))),
        missing.nullIfMissing(CsvComparison.decoded(cells.get(2))));
  }
}
