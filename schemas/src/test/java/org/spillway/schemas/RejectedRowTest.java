package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class RejectedRowTest {

  private static final String FILM = "\uD83C\uDFAC";

  @Test
  void keepsTwoHundredCharactersOfTheRow() {
    assertThat(row("a".repeat(199)).text(), is("a".repeat(199)));
    assertThat(row("a".repeat(200)).text(), is("a".repeat(200)));
    assertThat(row("a".repeat(201)).text(), is("a".repeat(200)));
    assertThat(row("").text(), is(""));
  }

  @Test
  void neverCutsACharacterInTwo() throws Exception {
    RejectedRow row = row("a".repeat(199) + FILM + "b");

    assertThat(row.text(), is("a".repeat(199)));
    assertThat(CoderUtils.clone(RejectedRowCoder.of(), row), is(row));
    assertThat(row("a".repeat(198) + FILM + "b").text(), is("a".repeat(198) + FILM));
  }

  private static RejectedRow row(String text) {
    return new RejectedRow("a.zip", "ml/ratings.csv", 7, "rating", "expected, found", text);
  }
}
