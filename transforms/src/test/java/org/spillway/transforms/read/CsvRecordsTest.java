package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where records end, and which of their lines are read anew. */
class CsvRecordsTest {

  /** Enough for all of a test's bytes, or for next to none of them. */
  private static final int[] CHUNK_SIZES = {1, 2, 5, 4 << 20};

  /**
   * A record in short: its line, the line to which it went on, its text, and what is wrong with it.
   */
  private static String shown(CsvRecords records) {
    String text =
        new String(
            records.bytes(),
            records.start(),
            records.end() - records.start(),
            StandardCharsets.UTF_8);
    return records.line()
        + (records.lastLine() == records.line() ? "" : "-" + records.lastLine())
        + ": "
        + text.replace("\r", "\\r").replace("\n", "\\n")
        + (records.hasStrayQuote() ? " (stray quote)" : "")
        + (records.hasTextBehindQuote() ? " (text behind quote)" : "")
        + (records.hasStrayReturn() ? " (stray return)" : "")
        + (records.isTooLong() ? " (too long)" : "");
  }

  private static EntryAccount account(String csv) {
    return new EntryAccount(
        Place.ofArchive("a.zip").entry("t.csv"), "a.zip", 1, csv.length(), row -> {});
  }

  private static List<String> records(String csv, int chunkSize, EntryAccount account)
      throws IOException {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    CsvRecords records = new CsvRecords(new CutChunks(bytes, chunkSize), account);
    List<String> shown = new ArrayList<>();
    while (records.next()) {
      shown.add(shown(records));
    }
    records.report();
    return shown;
  }

  private static void assertRecords(String csv, String... expected) throws IOException {
    for (int size : CHUNK_SIZES) {
      assertThat("chunks of " + size, records(csv, size, account(csv)), is(List.of(expected)));
    }
  }

  @Test
  void aRecordEndsAtALineBreakOutsideQuotes() throws IOException {
    assertRecords(
        "a,b\n\r\n1,\"x\r\ny\n\",2\r\nlast",
        "1: a,b",
        "2: ",
        "3-5: 1,\"x\\r\\ny\\n\",2",
        "6: last");
  }

  /** The line break of the first line is no part of it, in either form. */
  @Test
  void aWrongRecordIsItsFirstLineAndTheOthersAreReadAnew() throws IOException {
    assertRecords(
        "a,\"b\r\nc\"d\ne,f\n",
        "1-2: a,\"b (text behind quote)",
        "2: c\"d (stray quote)",
        "3: e,f");
    assertRecords(
        "a,\"b\nc\"d\r\ne,f\n",
        "1-2: a,\"b (text behind quote)",
        "2: c\"d (stray quote)",
        "3: e,f");
  }

  @Test
  void everyLineBreakIsCountedByItsForm() throws IOException {
    for (int size : CHUNK_SIZES) {
      String csv = "h\n\"i\r\nj\"\r\n\"k\nl\"m\r\nn\n\"o\r\np\"q\n";
      EntryAccount account = account(csv);
      List<String> records = records(csv, size, account);
      account.accept(records.size());
      account.read(records.size());

      Map<String, Long> figures = account.close().figures();
      assertThat(figures.get(EntryFigures.LINES_ENDING_IN_LF), is(4L));
      assertThat(figures.get(EntryFigures.LINES_ENDING_IN_CRLF), is(3L));
      assertThat(figures.get(EntryFigures.QUOTED_LINE_BREAKS), is(1L));
    }
  }

  @Test
  void aQuoteWithinACellStraysWhateverIsBeforeIt() throws IOException {
    assertRecords("a \"b\n", "1: a \"b (stray quote)");
    assertRecords("a+\",\"b\"\n", "1: a+\",\"b\" (stray quote)");
    assertRecords("\"a\" \"b\n", "1: \"a\" \"b (stray quote) (text behind quote)");
  }

  @Test
  void aByteOrderMarkIsTakenAwayAtTheBeginningAlone() throws IOException {
    String csv = "\uFEFFx\n\uFEFF1\n2\uFEFF\uFEFF3\n\uFEFF";
    for (int size = 1; size < 30; size++) {
      assertThat(
          "chunks of " + size,
          records(csv, size, account(csv)),
          is(List.of("1: x", "2: \uFEFF1", "3: 2\uFEFF\uFEFF3", "4: \uFEFF")));
    }
  }

  @Test
  void aByteOrderMarkAloneIsNothing() throws IOException {
    assertRecords("\uFEFF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void aRecordOfTheLimitIsNotTooLong(String lineEnd) throws IOException {
    String most = "m".repeat(CsvRecords.MAX_BYTES);
    for (int size : new int[] {100_000, 4 << 20}) {
      String csv = most + lineEnd + (lineEnd.isEmpty() ? "" : "x" + lineEnd);

      List<String> records = records(csv, size, account(csv));

      assertThat(records.get(0).equals("1: " + most), is(true));
      assertThat(records.size(), is(lineEnd.isEmpty() ? 1 : 2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void aRecordOfOneByteMoreIsTooLong(String lineEnd) throws IOException {
    for (int size : new int[] {100_000, 4 << 20}) {
      String csv =
          "m".repeat(CsvRecords.MAX_BYTES + 1) + lineEnd + (lineEnd.isEmpty() ? "" : "x,y\n");

      List<String> records = records(csv, size, account(csv));

      assertThat(records.get(0).endsWith("m (too long)"), is(true));
      assertThat(records.size(), is(lineEnd.isEmpty() ? 1 : 2));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\n1,\"a",
        "x\n1,\"a\n2,b\n",
        "x\n1,\"a\n\"\"\n",
        "x\n1,\"a\n\"\",\"\"b\n",
        "x\n\"\"\"\n\n",
      })
  void aQuoteThatNeverClosesIsNamedByItsOwnLine(String csv) {
    for (int size : CHUNK_SIZES) {
      assertUnclosed(csv, size, 2);
    }
  }

  /** The first line alone is over the limit, or the lines that the quote leads on to. */
  @Test
  void aQuoteThatNeverClosesIsNamedHoweverLongItsRecordIs() {
    String most = "m".repeat(CsvRecords.MAX_BYTES);
    for (int size : new int[] {100_000, 4 << 20}) {
      assertUnclosed("x\n1,\"" + most + "\n2,b\n", size, 2);
      assertUnclosed("x\n1,\"a\n" + most + "\n2,b\n", size, 2);
    }
  }

  private static void assertUnclosed(String csv, int chunkSize, long line) {
    BadInputException e =
        assertThrows(BadInputException.class, () -> records(csv, chunkSize, account(csv)));

    assertThat(e.fault(), is(InputFault.UNCLOSED_QUOTE));
    assertThat("chunks of " + chunkSize, e.line(), is(line));
  }
}
