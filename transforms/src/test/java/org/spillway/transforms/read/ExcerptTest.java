package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

  @ParameterizedTest
  @CsvSource({
    "a b, 'a b'",
    "'a\nb', a\\nb",
    "'a\r\tb', a\\r\\tb",
    "'a\u0000\u001B\u0085b', a\\u0000\\u001B\\u0085b",
    "'a\u2028b', a\\u2028b",
    "'a\u202Eb\u2069\u200B\u00AD', a\\u202Eb\\u2069\\u200B\\u00AD",
    "'\uFEFFa\uDB40\uDC41', \\uFEFFa\\uDB40\\uDC41",
    "e\u0301 \uE000 عر, e\u0301 \uE000 عر",
    "ü\uD83D\uDE00, ü\uD83D\uDE00"
  })
  void isOneLine(String text, String shown) {
    assertThat(Excerpt.of(text), is(shown));
  }

  @Test
  void aLoneSurrogateIsShown() {
    assertThat(Excerpt.of("a\uD83Db"), is("a\\uD83Db"));
  }

  @Test
  void aLongNameLosesItsMiddle() {
    String emoji = "\uD83D\uDE00";

    assertThat(Excerpt.of("a".repeat(200)), is("a".repeat(200)));
    assertThat(
        Excerpt.of("a".repeat(79) + emoji.repeat(9999) + "z".repeat(119)),
        is("a".repeat(79) + "…" + "z".repeat(119)));
    assertThat(Excerpt.whole("a".repeat(9999)), is("a".repeat(9999)));
  }

  @Test
  void whatIsQuotedIsCut() {
    assertThat(Excerpt.quoted("\t".repeat(30)), is("'" + "\\t".repeat(30) + "'"));
    assertThat(Excerpt.quoted("\t".repeat(31)), is("'" + "\\t".repeat(30) + "…'"));
    assertThat(Excerpt.quoted("a".repeat(58) + "\u202E"), is("'" + "a".repeat(58) + "…'"));
    assertThat(Excerpt.quoted("a".repeat(60)), is("'" + "a".repeat(60) + "'"));
    assertThat(Excerpt.quoted("a".repeat(61)), is("'" + "a".repeat(60) + "…'"));
  }

  @Test
  void bytesThatAreNotUtf8AreShown() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("ü".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFC);
    bytes.write(0xE2);
    bytes.write(0x82);
    bytes.writeBytes("\uFFFD".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xC3);

    assertThat(
        Excerpt.row(bytes.toByteArray(), 0, bytes.size()), is("ü\\xFC\\xE2\\x82\uFFFD\\xC3"));
  }

  @Test
  void aRowIsCutBetweenCharacters() {
    byte[] emoji = ("a" + "\uD83D\uDE00".repeat(200)).getBytes(StandardCharsets.UTF_8);

    assertThat(Excerpt.row(emoji, 0, emoji.length), is("a" + "\uD83D\uDE00".repeat(99)));
  }

  @Test
  void aRowIsPartOfAnArray() {
    byte[] bytes = "one,two".getBytes(StandardCharsets.UTF_8);

    assertThat(Excerpt.row(bytes, 4, 6), is("tw"));
    assertThat(Excerpt.row(new byte[] {'a', 'b', 'c', (byte) 0xC3}, 2, 4), is("c\\xC3"));
  }
}
