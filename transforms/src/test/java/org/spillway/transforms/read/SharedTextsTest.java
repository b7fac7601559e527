package org.spillway.transforms.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
  private final SharedTexts texts = new SharedTexts();

  @Test
  void theSameBytesAreTheSameText() {
    String first = of("slow burn");

    assertThat(first, is("slow burn"));
    assertThat(of("slow burn"), is(sameInstance(first)));
    assertThat(of(""), is(sameInstance(of(""))));
    assertThat(of("a".repeat(64)), is(sameInstance(of("a".repeat(64)))));
  }

  @Test
  void othersAreNot() {
    of("slow burn");

    for (String other : new String[] {"slow bur", "slow burn ", "Slow burn", "slow burm", ""}) {
      assertThat(of(other), is(other));
    }
    // These two have one hash.
    assertThat(of("AaBB"), is("AaBB"));
    assertThat(of("BBAa"), is("BBAa"));
    assertThat(of("AaBB"), is("AaBB"));
    // So have these, of other lengths.
    assertThat(of("\0"), is("\0"));
    assertThat(of("\0\0"), is("\0\0"));
    assertThat(of(""), is(""));
  }

  @Test
  void longOnesAndOthersThanAsciiAreNotRemembered() {
    for (String text : new String[] {"a".repeat(65), "é", "abc\uD83D\uDE00", "\u0100\u00E9"}) {
      assertThat(of(text), is(text));
      assertThat(of(text), is(not(sameInstance(of(text)))));
    }
  }

  @Test
  void isTheTextWhateverCameBefore() {
    Random random = new Random(7);
    for (int i = 0; i < 300_000; i++) {
      String text = Integer.toString(random.nextInt(60_000), 5);
      assertThat(of(text), is(text));
    }
  }

  private String of(String text) {
    byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
    return texts.of(bytes, 1, bytes.length - 1);
  }
}
