package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {
  private static final Place LIST = Place.ofArchive("a.zip").entry("ml/checksums.txt");
  private static final DirectoryRecord RATINGS =
      new DirectoryRecord("ml/ratings.csv", 0, 0, 0, 0, 0, 0);
  private static final String MD5 = "2e2e5a24d10ea2ce4a2e0d9d1b3cb2a0";
  private static final String OTHER = "831de30fc5fb787e0bdb8de3edb8c67b";
  private static final String NO_HEX = "e2e5a24d10ea2ce4a2e0d9d1b3cb2a0";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  ratings.csv",
        " *ratings.csv",
        "\tml/ratings.csv",
        "  ./ratings.csv",
        "  ratings.csv \t\r",
        "\u000B\f ratings.csv\r\n" + OTHER + "  movies.csv",
        "  movies.csv\n\n" + MD5 + "  ratings.csv\n" + MD5 + "  ratings.csv",
      })
  void findsTheFile(String line) {
    assertThat(Checksums.find(LIST, MD5.toUpperCase(Locale.ROOT) + line, RATINGS), is(MD5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n \n",
        MD5 + "  movies.csv",
        MD5 + "  Ratings.csv",
        MD5 + "  other/ratings.csv",
        MD5 + "  ratings.csv movies.csv",
      })
  void isNullWithoutTheFile(String text) {
    assertThat(Checksums.find(LIST, text, RATINGS), is(nullValue()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MD5,
        MD5 + "  ",
        MD5 + " *",
        MD5 + "ratings.csv",
        "g" + NO_HEX + "  ratings.csv",
        "0" + MD5 + "  ratings.csv",
        " " + MD5 + "  ratings.csv",
        "ratings.csv",
      })
  void refusesWhatIsNoChecksum(String line) {
    BadInputException e =
        assertThrows(BadInputException.class, () -> Checksums.find(LIST, "\n" + line, RATINGS));

    assertThat(e.fault(), is(InputFault.CHECKSUMS_UNREADABLE));
    assertThat(e.line(), is(2L));
  }

  @Test
  void refusesTwoSumsForOneFile() {
    String text = MD5 + "  ratings.csv\n" + OTHER + "  ml/ratings.csv\n";

    BadInputException e =
        assertThrows(BadInputException.class, () -> Checksums.find(LIST, text, RATINGS));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-020 a.zip!ml/checksums.txt:2: the list gives a file two checksums; expected "
                + MD5
                + " again, found "
                + OTHER
                + "; repair checksums.txt or leave it out"));
  }

  /** A search for the name's end that starts again at every space would take hours. */
  @Test
  void takesTheTimeOfReadingWhateverTheLineHolds() {
    String text = MD5 + " a" + " ".repeat(1 << 20) + "b";

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(Checksums.find(LIST, text, RATINGS), is(nullValue())));
  }
}
