package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TagTest {

  @Test
  void isCleanWithoutSpacesAroundItAndInLowerCase() {
    assertThat(clean("Kevin Kline"), is("kevin kline"));
    assertThat(clean("\u00A0 Sci-Fi \u3000"), is("sci-fi"));
    assertThat(clean("\u200BSci-Fi"), is("\u200Bsci-fi"));
    assertThat(clean("AM\u00C9LIE"), is("am\u00E9lie"));
    assertThat(clean("  "), is(""));
    assertThat(clean(null), is(nullValue()));
  }

  @Test
  void isCleanInTheSameWayInTurkey() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(clean("IMAX"), is("imax"));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String clean(String tag) {
    return new Tag(1, 2, tag, 3).cleanTag();
  }
}
