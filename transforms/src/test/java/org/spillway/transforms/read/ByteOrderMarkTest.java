package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteOrderMarkTest {

  private static int skip(byte[] bytes, int start) {
    EntryAccount account =
        new EntryAccount(
            Place.ofArchive("f/a.zip").entry("ratings.csv"), "a.zip", 0.5, 1000, row -> {});
    return ByteOrderMark.skip(bytes, start, bytes.length, account);
  }

  @ParameterizedTest
  @CsvSource({
    "EFBBBF, 3",
    "EFBBBF31, 3",
    "EFBBBFEFBBBF, 3",
    "EFBB, 0",
    "EF, 0",
    "EFBB31, 0",
    "EF31BF, 0",
    "31BBBF, 0",
    "31EFBBBF, 0",
    "BBBFEF, 0"
  })
  void isThreeBytesAtTheBeginning(String hex, int textStart) {
    assertThat(skip(HexFormat.of().parseHex(hex), 0), is(textStart));
  }

  @Test
  void theBeginningNeedNotBeTheArrays() {
    byte[] bytes = HexFormat.of().parseHex("4142EFBBBF43");

    assertThat(skip(bytes, 2), is(5));
    assertThat(skip(bytes, 3), is(3));
    assertThat("cut off", skip(bytes, 5), is(5));
  }
}
