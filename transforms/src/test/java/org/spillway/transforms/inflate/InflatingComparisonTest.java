package org.spillway.transforms.inflate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JDK deflates is inflated to what it was. */
class InflatingComparisonTest {
  private static final long SEED = 1;

  private static Stream<Arguments> texts() {
    Random random = new Random(SEED);
    Map<String, byte[]> texts = new LinkedHashMap<>();
    texts.put("nothing", new byte[0]);
    texts.put("a byte", new byte[] {'a'});
    for (int size : new int[] {1000, 65_536, 229_376, 229_377, 700_000}) {
      texts.put(size + " at random", Texts.random(random, size, 256));
      texts.put(size + " zeros", new byte[size]);
      texts.put(size + " of few values", Texts.random(random, size, 3));
      texts.put(size + " bytes of ratings", Texts.ratings(random, size));
      texts.put(size + " of rare values", Texts.skewed(random, size));
      texts.put(size + " that are far apart", Texts.farApart(random, size));
    }
    return texts.entrySet().stream().map(text -> arguments(text.getKey(), text.getValue()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void inflatesWhatTheJdkDeflates(String name, byte[] bytes) throws Exception {
    String text = new String(bytes, ISO_8859_1);
    for (int level : new int[] {0, 1, 6, 9}) {
      for (int strategy :
          new int[] {Deflater.DEFAULT_STRATEGY, Deflater.HUFFMAN_ONLY, Deflater.FILTERED}) {
        byte[] deflated = Inflated.deflate(bytes, level, strategy);
        String what = name + ", level " + level + ", strategy " + strategy;

        assertThat(
            what, Inflated.of(deflated).equals(new Inflated(text, deflated.length)), is(true));
      }
    }
  }

  @Test
  void readsInAnyPieces() throws Exception {
    Random random = new Random(SEED);
    byte[] bytes = Texts.ratings(random, 300_000);
    byte[] deflated = Inflated.deflate(bytes, 6, Deflater.DEFAULT_STRATEGY);
    Inflated whole = new Inflated(new String(bytes, ISO_8859_1), deflated.length);
    for (int atOnce : new int[] {1, 2, 7, 4096, 65_535, 65_537}) {
      for (int length : new int[] {1, 5, 4096, 229_376, 262_144, 500_000}) {
        Inflated inflated = Inflated.of(deflated, atOnce, length);

        assertThat(inflated.equals(whole), is(true));
      }
    }
  }
}
