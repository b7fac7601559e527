package org.spillway.transforms.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EightBytesTest {

  private static long word(String text) {
    return EightBytes.at(text.getBytes(ISO_8859_1), 0);
  }

  @Test
  void theFirstByteIsTheLowest() {
    assertThat(
        EightBytes.at(new byte[] {9, 1, 2, 3, 4, 5, 6, 7, (byte) 0x80}, 1),
        is(0x8007060504030201L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",2345678 | 0",
        "1,,,5678 | 1",
        "123456,, | 6",
        "1234567, | 7",
        "12345678 | 8",
        "----+++. | 8",
        "-,--,--. | 1",
        "\u00AC\u00AD,34567 | 2",
      })
  void beforeCommaCountsTheBytesBeforeTheFirst(String text, int expected) {
    assertThat(EightBytes.beforeComma(word(text)), is(expected));
  }

  @ParameterizedTest
  @CsvSource({"12345678, 12345678", "00000000, 0", "99999999, 99999999", "00000100, 100"})
  void numberTakesEightDigits(String text, long expected) {
    assertThat(EightBytes.number(word(text)), is(expected));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void numberTakesTheFirstDigitsWhateverFollows(int digits) {
    Random random = new Random(digits);
    for (int i = 0; i < 1000; i++) {
      String number =
          String.format("%0" + digits + "d", random.nextInt((int) Math.pow(10, digits)));
      byte[] rest = new byte[8 - digits];
      random.nextBytes(rest);

      assertThat(
          EightBytes.number(word(number + new String(rest, ISO_8859_1)), digits),
          is(Long.parseLong(number)));
    }
  }

  @Test
  void anyByteThatIsNoDigitIsFoundWhereverItIs() {
    for (int b = 0; b < 256; b++) {
      for (int place = 0; place < 8; place++) {
        byte[] text = "12345678".getBytes(ISO_8859_1);
        text[place] = (byte) b;
        boolean isNumber = b >= '0' && b <= '9';

        assertThat(
            b + " at " + place, EightBytes.number(EightBytes.at(text, 0)) >= 0, is(isNumber));
        assertThat(
            b + " at " + place + " of 7",
            EightBytes.number(EightBytes.at(text, 0), 7) >= 0,
            is(isNumber || place == 7));
      }
    }
  }

  @Test
  void whatIsUnderAByteOrNoAsciiIsMarked() {
    long overCommas = EightBytes.eightTimes('-');
    Random random = new Random(3);
    // Neighbours of a comma, with and without the highest bit: a borrow would show.
    byte[] bytes = {',', '+', '-', '.', (byte) 0xAC, (byte) 0xAB, (byte) 0xAD, 0, (byte) 0xFF};
    byte[] text = new byte[8];
    for (int i = 0; i < 10_000; i++) {
      long marked = 0;
      int first = 8;
      for (int at = 7; at >= 0; at--) {
        text[at] = bytes[random.nextInt(bytes.length)];
        if (text[at] < '-') {
          marked |= 0x80L << (8 * at);
          first = at;
        }
      }
      long found = EightBytes.underOrNoAscii(overCommas, EightBytes.at(text, 0));

      assertThat(found & marked, is(marked));
      assertThat("only highest bits", found & ~0x8080808080808080L, is(0L));
      if (marked == 0) {
        assertThat(found, is(0L));
      } else {
        assertThat(EightBytes.beforeFirst(found), is(first));
      }
    }
  }
}
