package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
  private static final Place PLACE = Place.ofArchive("a.zip").entry("t.csv");
  private static final List<String> WANTED = List.of("x", "y");

  /** Behind other bytes, as in a chunk. */
  private static Header read(byte[] header) {
    byte[] bytes = RawZip.concat(new byte[] {0, 'o', 0}, header, new byte[] {'\n', 0});
    return Header.read(PLACE, WANTED, bytes, 3, 3 + header.length);
  }

  private static Header read(String header) {
    return read(header.getBytes(StandardCharsets.UTF_8));
  }

  private static BadInputException refusal(byte[] header) {
    return assertThrows(BadInputException.class, () -> read(header));
  }

  @ParameterizedTest
  @CsvSource({
    "'x,y', 0, 1, 2, false, true",
    "'y,x', 1, 0, 2, true, false",
    "'x,y,z', 0, 1, 3, false, false",
    "'z,x,y', 1, 2, 3, false, false",
    "'y,z,x', 2, 0, 3, true, false",
    "'\"x\",\"y\"', 0, 1, 2, false, true"
  })
  void findsColumnsByName(
      String header, int x, int y, int cells, boolean isReordered, boolean isUsual) {
    Header read = read(header);

    assertThat(read.place(0), is(x));
    assertThat(read.place(1), is(y));
    assertThat(read.cells(), is(cells));
    assertThat(read.isReordered(), is(isReordered));
    assertThat(read.isUsual(), is(isUsual));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FFFE",
        "FEFF",
        "FFFE7800",
        "FEFF0078",
        "78002C007900",
        "0078002C0079",
        "7800",
        "0078"
      })
  void knowsUtf16ByItsMarkOrItsNuls(String hex) {
    assertThat(
        refusal(HexFormat.of().parseHex(hex)).getMessage(), containsString("looks like UTF-16"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"00", "78", "FF", "FF78", "78FE", "FE78", "78FF", "78790079", "0000787978"})
  void takesNothingElseForUtf16(String hex) {
    BadInputException e = refusal(HexFormat.of().parseHex(hex));

    assertThat(e.getMessage(), not(containsString("UTF-16")));
  }

  @ParameterizedTest
  @CsvSource({
    "78 2C FC, bytes that are not UTF-8",
    "78 2C 00 79 79, a NUL byte",
    "22 78 22 79 2C 78, quotes that are not as in RFC 4180"
  })
  void saysWhatIsUnreadable(String hex, String found) {
    byte[] header = HexFormat.ofDelimiter(" ").parseHex(hex);

    assertThat(
        refusal(header).getMessage(),
        is(
            "INPUT-026 a.zip!t.csv:1: the header is unreadable; expected the columns x,y, found "
                + found
                + "; check that the file is a CSV with a header"));
  }

  /** As where there is no header at all. */
  @Test
  void aMissingColumnIsNamedBeforeARepeatedOne() {
    assertThat(
        refusal("1,1".getBytes(StandardCharsets.UTF_8)).getMessage(),
        containsString("no column x, y; expected the columns x,y, found the header '1,1'"));
    assertThat(
        refusal("x,y,z,z".getBytes(StandardCharsets.UTF_8)).getMessage(),
        containsString("the column 'z' occurs twice"));
  }

  /** What is far into a line does not tell what the line is. */
  @Test
  void looksForNulsAtTheBeginning() {
    byte[] header = new byte[40];
    for (int i = 1; i < header.length; i += 2) {
      header[i] = (byte) (i < 32 ? 0 : 'x');
      header[i - 1] = 'x';
    }
    assertThat(refusal(header).getMessage(), containsString("looks like UTF-16"));

    header[31] = 'x';
    assertThat(refusal(header).getMessage(), not(containsString("UTF-16")));
  }

  @Test
  void aCarriageReturnMayBeInAQuotedNameAlone() {
    assertThat(read("x,y,\"a\rb\"").cells(), is(3));
    assertThat(
        refusal("x\ry".getBytes(StandardCharsets.UTF_8)).getMessage(),
        containsString("found a line that ends in CR alone"));
  }
}
