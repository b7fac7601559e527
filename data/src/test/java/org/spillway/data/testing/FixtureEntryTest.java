package org.spillway.data.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FixtureEntryTest {
  private static final FixtureEntry CRLF = FixtureEntry.ofLines("a.csv", "h", "1", "2", "3", "4");

  @Test
  void lineEndsAreChangedBothWays() {
    assertThat(CRLF.text(), is("h\r\n1\r\n2\r\n3\r\n4\r\n"));
    assertThat(CRLF.withLf().text(), is("h\n1\n2\n3\n4\n"));
    assertThat(CRLF.withLf().withCrlf().text(), is(CRLF.text()));
    assertThat(CRLF.withCrlf().text(), is(CRLF.text()));
  }

  @Test
  void theLastLineEndIsDropped() {
    assertThat(CRLF.withoutLastLineEnd().text(), is("h\r\n1\r\n2\r\n3\r\n4"));
    assertThat(CRLF.withLf().withoutLastLineEnd().text(), is("h\n1\n2\n3\n4"));
  }

  @Test
  void aBomIsPutInFront() {
    assertThat(
        FixtureEntry.of("a.csv", "h").withBom().bytes(),
        is(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'h'}));
  }

  @Test
  void rowsAreShuffledBelowTheHeader() {
    String[] shuffled = CRLF.withShuffledRows(1).text().split("\r\n");

    assertThat(shuffled[0], is("h"));
    assertThat(CRLF.withShuffledRows(1).text(), is(not(CRLF.text())));
    assertThat(CRLF.withShuffledRows(1).text(), is(not(CRLF.withShuffledRows(2).text())));
    Arrays.sort(shuffled);
    assertThat(shuffled, is(new String[] {"1", "2", "3", "4", "h"}));
  }

  @Test
  void bytesAreCopied() {
    CRLF.bytes()[0] = 'x';

    assertThat(CRLF.text().charAt(0), is('h'));
  }

  @Test
  void foldersEndInASlash() {
    assertThat(FixtureEntry.directory("ml").name(), is("ml/"));
    assertThat(FixtureEntry.directory("ml/").name(), is("ml/"));
    assertThat(FixtureEntry.directory("ml").isDirectory(), is(true));
  }
}
