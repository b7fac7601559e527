package org.spillway.transforms.figures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

/** Checks how {@link NameAxis} and {@link Typeface} treat names of any kind. */
final class NameAxisTest {

  @Test
  void longNamesAreCut() {
    assertThat(NameAxis.cut("(no genres listed)"), is("(no genres listed)"));
    assertThat(NameAxis.cut("x".repeat(28)), is("x".repeat(28)));
    assertThat(NameAxis.cut("x".repeat(29)), is("x".repeat(27) + "…"));
    assertThat(NameAxis.cut("😀".repeat(29)), is("😀".repeat(27) + "…"));
  }

  @Test
  void namesStayOnOneLine() {
    assertThat(NameAxis.cut("Film\r\nNoir\t!"), is("Film  Noir !"));
  }

  @Test
  void theTypefaceShowsWhatItCan() {
    assertThat(Typeface.forText("Драма, Comédie", 10).getFamily(), is("Roboto"));
    assertThat(Typeface.forText("ドラマ", 10).getFamily(), is("SansSerif"));
  }
}
