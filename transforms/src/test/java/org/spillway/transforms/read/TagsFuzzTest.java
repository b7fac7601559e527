package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.spillway.schemas.Tag;
import org.spillway.schemas.Timestamps;
import org.spillway.transforms.read.CsvComparison.Outcome;
import org.spillway.transforms.read.ObviousRecords.Verdict;
import org.spillway.transforms.read.ReadTags.ReadTagsFn;

/** Any bytes as a file of tags: as an obvious parser and a CSV library read it, or refused. */
class TagsFuzzTest {
  private long milliseconds;

  @Timeout(10)
  @FuzzTest
  void readsAsOthersDo(byte[] csv) throws IOException {
    Outcome<Tag> outcome = CsvComparison.read(csv, Reading::tagsInChunks);
    if (!CsvComparison.isComparable(csv, ReadTagsFn.COLUMNS)) {
      return;
    }
    milliseconds = 0;
    ObviousRecords expected = ObviousRecords.parse(CsvComparison.text(csv), 4, this::judge);
    if (!expected.closes()) {
      assertThat(outcome.fault(), is(InputFault.UNCLOSED_QUOTE));
    } else if (milliseconds > expected.read() / 2) {
      assertThat(outcome.fault(), is(InputFault.MILLISECONDS));
    } else {
      assertThat(outcome.fault(), is(nullValue()));
      assertThat(outcome.rejectedLines(), is(expected.rejectedLines()));
      assertThat(
          outcome.reading().rows(), is(expected.rows().stream().map(TagsFuzzTest::tag).toList()));
      assertThat(outcome.reading().report().read(), is(expected.read()));
      if (expected.rejectedLines().isEmpty()) {
        assertThat(CsvComparison.rowsOfALibrary(csv), is(expected.rows()));
      }
    }
  }

  private Verdict judge(List<String> cells) {
    if (!CsvComparison.areText(cells)) {
      return Verdict.REJECTED;
    }
    for (String id : cells.subList(0, 2)) {
      if (!ObviousRatings.isId(id)) {
        return id.contains("\n") ? Verdict.FIRST_LINE_REJECTED : Verdict.REJECTED;
      }
    }
    String time = cells.get(3);
    if (!time.matches("[0-9]{1,18}") || Long.parseLong(time) > Timestamps.MAX) {
      milliseconds +=
          time.matches("[0-9]{1,18}") && Long.parseLong(time) <= Timestamps.MAX * 1000 + 999
              ? 1
              : 0;
      return time.contains("\n") ? Verdict.FIRST_LINE_REJECTED : Verdict.REJECTED;
    }
    return cells.get(2).length() > ReadTags.MAX_TAG_BYTES
        ? Verdict.FIRST_LINE_REJECTED
        : Verdict.ACCEPTED;
  }

  private static Tag tag(List<String> cells) {
    return new Tag(
        Integer.parseInt(cells.get(0)),
        Integer.parseInt(cells.get(1)),
        MissingValues.pandas().nullIfMissing(CsvComparison.decoded(cells.get(2))),
        Long.parseLong(cells.get(3)));
  }
}
