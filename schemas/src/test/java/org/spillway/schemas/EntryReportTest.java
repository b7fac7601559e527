package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class EntryReportTest {

  @Test
  void anAccountThatDoesNotAddUpIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new EntryReport("a.zip", "ml/tags.csv", 10, 7, 2, new TreeMap<>()));

    assertThat(
        e.getMessage(),
        is("rows read must be rows accepted + rejected, but 10 != 7 + 2 in ml/tags.csv"));
  }

  @Test
  void figuresAreInTheOrderOfNamesWhateverTheOrderOfTheMap() throws Exception {
    TreeMap<String, Long> descending = new TreeMap<>(Comparator.reverseOrder());
    descending.put("a", 1L);
    descending.put("b", 2L);
    TreeMap<String, Long> ascending = new TreeMap<>(Map.of("a", 1L, "b", 2L));
    EntryReport one = new EntryReport("a.zip", "tags.csv", 1, 1, 0, descending);
    EntryReport other = new EntryReport("a.zip", "tags.csv", 1, 1, 0, ascending);

    assertThat(List.copyOf(one.figures().keySet()), is(List.of("a", "b")));
    assertThat(one, is(other));
    assertThat(
        CoderUtils.encodeToByteArray(EntryReportCoder.of(), one),
        is(CoderUtils.encodeToByteArray(EntryReportCoder.of(), other)));
  }

  @Test
  void figuresAreCopied() {
    TreeMap<String, Long> figures = new TreeMap<>();
    EntryReport report = new EntryReport("a.zip", "tags.csv", 0, 0, 0, figures);
    figures.put("later", 1L);

    assertThat(report.figures().isEmpty(), is(true));
    assertThrows(UnsupportedOperationException.class, () -> report.figures().put("later", 1L));
  }
}
