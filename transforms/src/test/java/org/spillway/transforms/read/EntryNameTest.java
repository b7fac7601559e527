package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {
  private static final Place ARCHIVE = Place.ofArchive("a.zip");

  private static String decode(String name) {
    return EntryName.decode(ARCHIVE, name.getBytes(StandardCharsets.UTF_8));
  }

  /** Terminals act on some of them, logs break at others, and some reorder what is shown. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        0, '\t', '\n', '\r', 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x2028, 0x2029, 0x202A,
        0x202E, 0x2066, 0x2069
      })
  void refusesWhatIsNotShownAsItIs(int c) {
    BadInputException e =
        assertThrows(
            BadInputException.class, () -> decode("ml/a" + Character.toString(c) + "b.csv"));

    String escaped =
        switch (c) {
          case '\t' -> "\\t";
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          default -> String.format("\\u%04X", c);
        };
    assertThat(
        e.getMessage(),
        is(
            "INPUT-011 a.zip!ml/a"
                + escaped
                + "b.csv: the entry's name is not safe; expected no control characters in it,"
                + " found "
                + String.format("U+%04X", c)
                + "; re-zip the files with plain names"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ratings.csv",
        " ",
        "a~b",
        "ml/..ratings.csv",
        "ml/ratings.csv..",
        "ml/.../r",
        "ml//ratings.csv",
        "ab:c",
        "\u00A0",
        "Amélie/漢字",
        "\u05D0\u200F\u05D1",
        "\uD83D\uDC69\u200D\uD83D\uDCBB.csv",
      })
  void acceptsOtherNames(String name) {
    assertThat(decode(name), is(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "..", "a/..", "../a", "a/../b", "/", "/a", "c:", "Z:a", "a\\b", "\\a"})
  void refusesWhatCouldLeadElsewhere(String name) {
    BadInputException e = assertThrows(BadInputException.class, () -> decode(name));

    assertThat(e.fault(), is(InputFault.UNSAFE_NAME));
  }

  /** Longer forms and halves of pairs are not UTF-8. */
  @ParameterizedTest
  @ValueSource(strings = {"\u00C0\u00AE", "\u00ED\u00A0\u0080", "\u0081", "\u00E2\u0082"})
  void refusesWhatIsNotUtf8(String latin1) {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> EntryName.decode(ARCHIVE, latin1.getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(e.fault(), is(InputFault.UNSAFE_NAME));
    assertThat(e.entry() == null, is(true));
  }
}
