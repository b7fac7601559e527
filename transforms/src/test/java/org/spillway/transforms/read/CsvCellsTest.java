package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCellsTest {

  @Test
  void commasAreBetweenCells() throws RowRejectedException {
    assertThat(cells("1,two,3"), is(List.of("1", "two", "3")));
    assertThat(cells(",,"), is(List.of("", "", "")));
    assertThat(cells("a,"), is(List.of("a", "")));
    assertThat(cells("a"), is(List.of("a")));
    assertThat(cells(""), is(List.of("")));
  }

  @Test
  void quotesAreTakenAway() throws RowRejectedException {
    assertThat(cells("1,\"a,\"\"b\"\"\r\n\",ü"), is(List.of("1", "a,\"b\"\r\n", "ü")));
    assertThat(cells("\"\",\",\""), is(List.of("", ",")));
    assertThat(cells("\"é,\uD83D\uDE00\",2"), is(List.of("é,\uD83D\uDE00", "2")));
  }

  @Test
  void cellsMayBeOfAnyNumber() throws RowRejectedException {
    assertThat(cells(",".repeat(9_999)), is(Collections.nCopies(10_000, "")));
  }

  @Test
  void textBeyondAsciiIsKept() throws RowRejectedException {
    String text = "é\uD83D\uDE00\u05E9\uFFFD\u0001";

    assertThat(cells(text + "," + text), is(List.of(text, text)));
  }

  @Test
  void onlyTheRecordIsLookedAt() throws RowRejectedException {
    byte[] bytes = "\0\",ab,c,\"\0".getBytes(StandardCharsets.UTF_8);
    CsvCells cells = new CsvCells();

    cells.split(bytes, 3, 7);

    assertThat(cells.texts(), is(List.of("ab", "c")));
    assertThat(cells.count(), is(2));

    bytes = "\0\",\"a\"\"b\",c,\"\0".getBytes(StandardCharsets.UTF_8);
    cells.split(bytes, 3, 11);

    assertThat(cells.texts(), is(List.of("a\"b", "c")));
  }

  @Test
  void aRecordLeavesNothingForTheNext() throws RowRejectedException {
    CsvCells cells = new CsvCells();
    for (String record : List.of("a,b,c", "\"d\",e", "f,g", "\"h\"")) {
      byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
      cells.split(bytes, 0, bytes.length);

      assertThat(cells.texts(), is(List.of(record.replace("\"", "").split(",", -1))));
    }
    assertThrows(RowRejectedException.class, () -> cells.split(new byte[] {0}, 0, 1));
    cells.split(new byte[] {'i'}, 0, 1);
    assertThat(cells.texts(), is(List.of("i")));
  }

  @Test
  void aPlainLineIsCutAsItsRecordIs() throws RowRejectedException {
    String[] texts = {"a", "-", " ", ",", ",", ".", "1234567", "\0", "é", "\"", "\r", "\r\n", "\n"};
    Random random = new Random(11);
    CsvCells cells = new CsvCells();
    CsvCells obvious = new CsvCells();
    for (int i = 0; i < 50_000; i++) {
      StringBuilder chunk = new StringBuilder();
      for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
        chunk.append(texts[random.nextInt(texts.length)]);
      }
      // What follows the limit is not looked at, and eight bytes before it are enough.
      int start = random.nextInt(3);
      String line = chunk + "\n";
      byte[] bytes = ("?".repeat(start) + line + "12345678\n\n").getBytes(StandardCharsets.UTF_8);
      int limit = bytes.length - 2;
      String first = line.split("\r?\n", 2)[0];
      boolean isPlain = first.indexOf('"') < 0 && first.indexOf('\r') < 0;
      int length = first.getBytes(StandardCharsets.UTF_8).length;

      int end = cells.splitPlainLine(bytes, start, limit);

      assertThat(line, end, is(isPlain ? start + length : -1));
      if (isPlain) {
        assertThat(line, outcome(cells, bytes, start, end), is(outcome(obvious, first)));
      }
    }
  }

  private static String outcome(CsvCells cells, byte[] bytes, int start, int end) {
    try {
      cells.checkText(bytes, start, end);
      return cells.count() + " " + cells.texts();
    } catch (RowRejectedException e) {
      return e.fault() + " " + cells.count();
    }
  }

  private static String outcome(CsvCells cells, String record) {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    try {
      cells.split(bytes, 0, bytes.length);
      return cells.count() + " " + cells.texts();
    } catch (RowRejectedException e) {
      return e.fault() + " " + cells.count();
    }
  }

  @Test
  void aLineThatDoesNotEndIsNotPlain() {
    CsvCells cells = new CsvCells();
    byte[] bytes = "12345678,abcdefg\n".getBytes(StandardCharsets.UTF_8);
    for (int limit = 0; limit < bytes.length; limit++) {
      assertThat(cells.splitPlainLine(bytes, 0, limit), is(-1));
    }
    byte[] cut = "1234567\r\n".getBytes(StandardCharsets.UTF_8);
    assertThat(cells.splitPlainLine(cut, 0, 8), is(-1));
    assertThat(cells.splitPlainLine(cut, 0, 9), is(7));
  }

  @ParameterizedTest
  @CsvSource({
    "61 00, NUL_BYTE",
    "00, NUL_BYTE",
    "22 00 22, NUL_BYTE",
    "80, INVALID_UTF8",
    "61 2C C3, INVALID_UTF8",
    "C3 2C A9, INVALID_UTF8",
    "C0 80, INVALID_UTF8",
    "ED A0 80, INVALID_UTF8",
    "F4 90 80 80, INVALID_UTF8",
    "EF BF BD FF, INVALID_UTF8",
    "00 FF, INVALID_UTF8",
    "22 FF 22, INVALID_UTF8",
    "22 61 22 62, QUOTING"
  })
  void whatIsWrongHasAReason(String hex, RowFault fault) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String digits : hex.split(" ", -1)) {
      bytes.write(Integer.parseInt(digits, 16));
    }

    RowRejectedException e =
        assertThrows(
            RowRejectedException.class,
            () -> new CsvCells().split(bytes.toByteArray(), 0, bytes.size()));

    assertThat(e.fault(), is(fault));
  }

  private static List<String> cells(String record) throws RowRejectedException {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    CsvCells cells = new CsvCells();
    cells.split(bytes, 0, bytes.length);
    return cells.texts();
  }
}
