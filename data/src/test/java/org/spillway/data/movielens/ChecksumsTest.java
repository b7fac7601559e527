package org.spillway.data.movielens;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksumsTest {
  private static final String A = "8f033867bcb4e6be8792b21468b4fa6e";
  private static final String B = "0df90835c19151f9d819d0822e190797";

  @Test
  void readsAnMd5PerLine() {
    Checksums checksums = Checksums.parse(A + "  links.csv\n" + B + "  movies.csv\n");

    assertThat(checksums.md5ByFileName(), is(Map.of("links.csv", A, "movies.csv", B)));
    assertThat(checksums.of(MovieLensFile.MOVIES), is(Optional.of(B)));
    assertThat(checksums.of(MovieLensFile.TAGS), is(Optional.empty()));
  }

  @Test
  void isLenientAboutWhatDoesNotMatter() {
    Checksums checksums =
        Checksums.parse(A.toUpperCase(Locale.ROOT) + " *ml-32m/links.csv\r\n\r\n");

    assertThat(checksums.md5ByFileName(), is(Map.of("links.csv", A)));
  }

  @Test
  void namesTheLineThatHasAnotherForm() {
    assertThat(
        message(A + "  links.csv\nMD5 (movies.csv) = " + B + "\n"),
        is("checksums.txt:2: expected an MD5 and a file name, found: MD5 (movies.csv) = " + B));
    assertThat(
        message(A + "  links.csv\n" + B + "  links.csv\n"),
        is("checksums.txt:2: a second MD5 of links.csv"));
  }

  private static String message(String text) {
    return assertThrows(IllegalArgumentException.class, () -> Checksums.parse(text)).getMessage();
  }
}
