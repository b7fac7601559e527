package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.schemas.RejectedRow;
import org.spillway.transforms.read.ObviousRecords.Verdict;

/** Text entries wherever chunks end, and against a CSV library where they are right. */
class TextRowsTest {
  private static final String[] CELLS = {
    "",
    "a",
    "NA",
    "ü",
    "\uD83D\uDE00",
    " b ",
    "\"\"",
    "\"c\"",
    "\"d,e\"",
    "\"f\"\"g\"",
    "\"h\ni\"",
    "\"\r\n\"",
    "\"\"\"\"",
    "\"\uFFFD\"",
    "\uFEFF",
    "\uFEFFk"
  };

  private static Reading<List<String>> read(String csv, int chunkSize) throws IOException {
    return read(csv.getBytes(StandardCharsets.UTF_8), chunkSize);
  }

  private static Reading<List<String>> read(byte[] bytes, int chunkSize) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    EntryAccount account =
        new EntryAccount(
            Place.ofArchive("test.zip").entry("t.csv"), "test.zip", 1, bytes.length, rejected::add);
    new TextRows(
            List.of("x", "y"),
            (row, cells) -> rows.add(List.of(cells.text(0), cells.text(1))),
            account)
        .read(new CutChunks(bytes, chunkSize));
    return new Reading<>(rows, rejected, account.close());
  }

  @Test
  void aRecordMayBeCutAnywhere() throws IOException {
    String csv =
        "\uFEFF\"x\",y\r\n"
            + "1,\"a\r\n"
            + "\"\"b\"\r\n\r\n"
            + "ü,\uD83D\uDE00\n"
            + "1\r"
            + "2,3\n"
            + "\"a\"b,c\n"
            + "4,\"j\r"
            + "k\"\r\n"
            + "5\"6,7\n"
            + "8,9\r\n\n";
    Reading<List<String>> whole = read(csv, 1000);

    assertThat(
        whole.rows(),
        is(
            List.of(
                List.of("1", "a\r\n\"b"),
                List.of("ü", "\uD83D\uDE00"),
                List.of("4", "j\rk"),
                List.of("8", "9"))));
    assertThat(
        whole.rejected().stream().map(RejectedRow::line).toList(), is(List.of(4L, 6L, 7L, 9L)));
    for (int size = 1; size < csv.length(); size++) {
      assertThat("chunks of " + size, read(csv, size), is(whole));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void equalsALibraryOnWhatIsRight(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      StringBuilder csv = new StringBuilder("x,y\n");
      for (int row = random.nextInt(9); row >= 0; row--) {
        csv.append(CELLS[random.nextInt(CELLS.length)]).append(',');
        csv.append(CELLS[random.nextInt(CELLS.length)])
            .append(random.nextBoolean() ? "\n" : "\r\n");
      }
      List<List<String>> expected = new ArrayList<>();
      CsvReader.builder()
          .ofCsvRecord(csv.toString())
          .forEach(record -> expected.add(List.copyOf(record.getFields())));

      Reading<List<String>> reading = read(csv.toString(), 1 + random.nextInt(20));

      assertThat(csv.toString(), reading.rejected(), is(List.of()));
      assertThat(csv.toString(), reading.rows(), is(expected.subList(1, expected.size())));
    }
  }

  /**
   * Against the rule in its shortest form: a record is what RFC 4180 says; where there is none, or
   * one with another number of cells, the line is rejected and the next one is looked at.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void equalsAnObviousParserOnWhatIsWrong(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      String csv = "x,y\n" + wrongRows(random);
      ObviousRecords expected = ObviousRecords.parse(csv, 2, cells -> Verdict.ACCEPTED);
      int chunkSize = 1 + random.nextInt(30);

      if (expected.closes()) {
        Reading<List<String>> reading = read(csv, chunkSize);
        assertThat(csv, reading.rows(), is(expected.rows()));
        assertThat(
            csv,
            reading.rejected().stream().map(RejectedRow::line).toList(),
            is(expected.rejectedLines()));
        assertThat(csv, reading.report().read(), is(expected.read()));
        assertThat(csv, lineBreaks(reading), is(csv.chars().filter(c -> c == '\n').count()));
      } else {
        assertThrows(BadInputException.class, () -> read(csv, chunkSize), csv);
      }
    }
  }

  /** Every line break of a file either ends a record or is quoted in one. */
  private static long lineBreaks(Reading<?> reading) {
    SortedMap<String, Long> figures = reading.report().figures();
    return figures.get(EntryFigures.LINES_ENDING_IN_LF)
        + figures.get(EntryFigures.LINES_ENDING_IN_CRLF)
        + figures.get(EntryFigures.QUOTED_LINE_BREAKS);
  }

  private static String wrongRows(Random random) {
    String[] pieces = {"\"", "\"", "\"\"", ",", ",", "\n", "\n", "\r\n", "\r", "a", " ", "b,c\n"};
    StringBuilder csv = new StringBuilder();
    for (int length = random.nextInt(25); length > 0; length--) {
      csv.append(pieces[random.nextInt(pieces.length)]);
    }
    return csv.toString();
  }

  /** With a NUL, or a byte that is not UTF-8, as with cells that are too many. */
  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u00FC"})
  void aQuoteThatStraysOverLinesThatAreNoTextTakesNoneWithIt(String noText) throws IOException {
    String csv = "x,y\n\"1,a\n2,b\n" + noText + "\",c,d\n3,e\n";

    Reading<List<String>> reading = read(csv.getBytes(StandardCharsets.ISO_8859_1), 1000);

    assertThat(reading.rows(), is(List.of(List.of("2", "b"), List.of("3", "e"))));
    assertThat(reading.rejected().stream().map(RejectedRow::line).toList(), is(List.of(2L, 4L)));
  }

  /** However the quotes are placed, a line is looked at a few times at the most. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\n",
        "a\n",
        "1,\"a\n",
        "a\",\"b\n",
        "\"\"\"\n",
        "1,\"\"\n",
        "\"a\",\n",
        "\n",
        "1,\"a\n.\n"
      })
  void takesTimeInProportionToTheFile(String line) {
    String csv = "x,y\n\"" + line.repeat((2 << 20) / line.length()) + "\"\"\",\n\"\",\n";

    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          try {
            read(csv, 256 << 10);
          } catch (BadInputException e) {
            assertThat(e.fault(), is(InputFault.UNCLOSED_QUOTE));
          }
        });
  }

  @Test
  void aRecordOfMoreCellsThanALibraryReadsIsRejected() throws IOException {
    Reading<List<String>> reading = read("x,y\n\"" + "\",\"".repeat(20_000) + "\"\n1,2\n", 1000);

    assertThat(reading.rows(), hasItem(List.of("1", "2")));
    assertThat(reading.rejected().size(), is(1));
  }
}
