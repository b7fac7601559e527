package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0000000001, 1",
    "2147483647, 2147483647",
    "2147483648, -1",
    "9999999999, -1",
    "00000000001, -1",
    "0, -1"
  })
  void idsAreFromOneToTheLargestInt(String cell, int id) {
    byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);

    assertThat(Digits.id(bytes, 0, bytes.length), is(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "+1", " 1", "1 ", "1.0", "1e3", "١", "１", "9223372036854775807"})
  void nothingElseIsANumber(String cell) {
    byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);

    assertThat(Digits.number(bytes, 0, bytes.length), is(-1L));
    assertThat(Digits.id(bytes, 0, bytes.length), is(-1));
  }

  @Test
  void numbersHaveUpToEighteenDigits() {
    byte[] bytes = "x999999999999999999x".getBytes(StandardCharsets.UTF_8);

    assertThat(Digits.number(bytes, 1, 19), is(999_999_999_999_999_999L));
    assertThat(Digits.number(bytes, 5, 5), is(-1L));
  }

  @Test
  void oneWrongByteAnywhereMakesItNone() {
    for (int length = 1; length <= 18; length++) {
      for (int wrong = 0; wrong < length; wrong++) {
        for (char c : new char[] {'/', ':', ' ', '-', 'x', 0xB2}) {
          byte[] bytes = "1".repeat(length).getBytes(StandardCharsets.ISO_8859_1);
          bytes[wrong] = (byte) c;

          assertThat(length + " " + wrong, Digits.number(bytes, 0, length), is(-1L));
        }
      }
      byte[] bytes = "1".repeat(length).getBytes(StandardCharsets.UTF_8);
      assertThat(Digits.number(bytes, 0, length), is(Long.parseLong("1".repeat(length))));
    }
  }
}
