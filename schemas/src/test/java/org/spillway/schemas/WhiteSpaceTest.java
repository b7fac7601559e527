package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WhiteSpaceTest {

  @Test
  void isUnicodesWhiteSpaceAndTheFourAsciiSeparators() {
    Pattern unicodeWhiteSpace = Pattern.compile("\\p{IsWhite_Space}");
    Set<Character> expected = new TreeSet<>(Set.of('\u001C', '\u001D', '\u001E', '\u001F'));
    Set<Character> found = new TreeSet<>();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (unicodeWhiteSpace.matcher(Character.toString(c)).matches()) {
        expected.add((char) c);
      }
      if (WhiteSpace.is((char) c)) {
        found.add((char) c);
      }
    }

    assertThat(found, is(expected));
    assertThat(found.size(), is(29));
  }

  @Test
  void zeroWidthCharactersAreNone() {
    for (char c : "\u200B\u200C\u200D\u2060\uFEFF\u180E".toCharArray()) {
      assertThat(WhiteSpace.is(c), is(false));
    }
  }

  @Test
  void stripsBothEndsAndNothingBetween() {
    assertThat(WhiteSpace.strip("sci-fi"), is("sci-fi"));
    assertThat(WhiteSpace.strip(" \u00A0\t two words\r\n\u3000"), is("two words"));
    assertThat(WhiteSpace.strip("a\u00A0b"), is("a\u00A0b"));
    assertThat(WhiteSpace.strip("\u200B a \u200B"), is("\u200B a \u200B"));
    assertThat(WhiteSpace.strip(" \u00A0 "), is(""));
    assertThat(WhiteSpace.strip(""), is(""));
  }

  @Test
  void findsTheEndOfAPrefix() {
    assertThat(WhiteSpace.endWithout("ab \u00A0(1995)", 4), is(2));
    assertThat(WhiteSpace.endWithout("ab", 2), is(2));
    assertThat(WhiteSpace.endWithout("  ", 2), is(0));
    assertThat(WhiteSpace.endWithout("", 0), is(0));
  }
}
