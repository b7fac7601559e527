package org.spillway.transforms.inflate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is inflated is what {@code java.util.zip} inflates, of sound data and of damaged. {@code
 * -Dinflate.mutations=1000000} has more of it, {@code -Dinflate.seed=2} another.
 */
class InflatingComparisonTest {
  private static final int MUTATIONS = Integer.getInteger("inflate.mutations", 5000);
  private static final long SEED = Long.getLong("inflate.seed", 1);

  private static Stream<Arguments> texts() {
    Random random = new Random(SEED);
    Map<String, byte[]> texts = new LinkedHashMap<>();
    texts.put("nothing", new byte[0]);
    texts.put("a byte", new byte[] {'a'});
    for (int size : new int[] {1000, 65_536, 229_376, 229_377, 700_000}) {
      texts.put(size + " at random", random(random, size, 256));
      texts.put(size + " zeros", new byte[size]);
      texts.put(size + " of few values", random(random, size, 3));
      texts.put(size + " bytes of ratings", ratings(random, size));
      texts.put(size + " of rare values", skewed(random, size));
      texts.put(size + " that are far apart", farApart(random, size));
    }
    return texts.entrySet().stream().map(text -> arguments(text.getKey(), text.getValue()));
  }

  private static byte[] random(Random random, int size, int values) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) random.nextInt(values);
    }
    return bytes;
  }

  private static byte[] ratings(Random random, int size) {
    StringBuilder text = new StringBuilder();
    while (text.length() < size) {
      text.append(text.length() / 3000)
          .append(',')
          .append(1 + random.nextInt(9000))
          .append(',')
          .append((1 + random.nextInt(10)) / 2.0)
          .append(',')
          .append(1_000_000_000 + random.nextInt(1000))
          .append('\n');
    }
    return text.substring(0, size).getBytes(US_ASCII);
  }

  /** Each value half as often as the one before, so that some have codes of 15 bits. */
  private static byte[] skewed(Random random, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) Integer.numberOfTrailingZeros(random.nextInt() | 1 << 20);
    }
    return bytes;
  }

  /** Pieces of all lengths, from as far back as deflated data can refer to and from nearby. */
  private static byte[] farApart(Random random, int size) {
    byte[] bytes = random(random, size, 256);
    int i = 32_768;
    while (i < size - 300) {
      int length = 3 + random.nextInt(270);
      int distance = random.nextBoolean() ? 32_768 - random.nextInt(600) : 1 + random.nextInt(40);
      for (int end = i + length; i < end; i++) {
        bytes[i] = bytes[i - distance];
      }
      i += random.nextInt(3);
    }
    return bytes;
  }

  private static byte[] deflate(byte[] bytes, Random random) {
    return Inflated.deflate(bytes, random.nextInt(10), random.nextInt(3));
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
    byte[] bytes = ratings(random, 300_000);
    byte[] deflated = Inflated.deflate(bytes, 6, Deflater.DEFAULT_STRATEGY);
    Inflated whole = new Inflated(new String(bytes, ISO_8859_1), deflated.length);
    for (int atOnce : new int[] {1, 2, 7, 4096, 65_535, 65_537}) {
      for (int length : new int[] {1, 5, 4096, 229_376, 262_144, 500_000}) {
        Inflated inflated = Inflated.of(deflated, atOnce, length);

        assertThat(inflated.equals(whole), is(true));
      }
    }
  }

  @Test
  void damagedDataIsRefusedOrReadAsTheJdkDoes() throws Exception {
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] sound =
          switch (random.nextInt(4)) {
            case 0 -> deflate(ratings(random, 1 + random.nextInt(3000)), random);
            case 1 -> deflate(skewed(random, 1 + random.nextInt(3000)), random);
            case 2 -> deflate(random(random, 1 + random.nextInt(300), 5), random);
            default -> Inflated.deflate(new byte[random.nextInt(2000)], 6, Deflater.FILTERED);
          };
      read += checkAlike(damaged(sound, random), "mutation " + i + " of seed " + SEED);
    }
    assertThat("some can be read", read, is(greaterThan(MUTATIONS / 100)));
    assertThat("most are refused", MUTATIONS, is(greaterThan(2 * read)));
  }

  @Test
  void anyCodesAreRefusedOrReadAsTheJdkDoes() throws Exception {
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      int[] literals = lengths(random, 257 + random.nextInt(30), 256);
      int[] distances = lengths(random, 1 + random.nextInt(30), 0);
      DeflatedBits bits =
          new DeflatedBits().block(DeflatedBits.DYNAMIC, true).codes(literals, distances);
      for (int k = 0; k < 100; k++) {
        bits.number(random.nextInt(), 32);
      }
      read += checkAlike(bits.toBytes(), "codes " + i + " of seed " + SEED);
    }
    assertThat("some can be read", read, is(greaterThan(MUTATIONS / 20)));
  }

  /** A complete code, whose symbols are split again and again; one in four is spoilt afterwards. */
  private static int[] lengths(Random random, int count, int first) {
    int[] lengths = new int[count];
    List<Integer> coded = new ArrayList<>(List.of(first, random.nextInt(count)));
    coded.forEach(symbol -> lengths[symbol] = 1);
    for (int i = random.nextInt(40); i > 0; i--) {
      int from = coded.get(random.nextInt(coded.size()));
      int to = random.nextInt(count);
      if (lengths[from] < 15 && lengths[to] == 0) {
        lengths[from]++;
        lengths[to] = lengths[from];
        coded.add(to);
      }
    }
    if (random.nextInt(4) == 0) {
      lengths[random.nextInt(count)] = random.nextInt(16);
    }
    return lengths;
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 60));
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(20));
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, bytes.length - random.nextInt(20)));
      }
    }
    return bytes;
  }

  /** Returns 1 if the data could be read. */
  private static int checkAlike(byte[] deflated, String what) throws IOException {
    Inflated expected = null;
    Inflated actual = null;
    try {
      expected = Inflated.byJdk(deflated);
    } catch (DataFormatException e) {
      // Refused.
    }
    try {
      actual = Inflated.of(deflated);
    } catch (DataFormatException e) {
      // Refused.
    }
    assertThat(what, actual, is(expected));
    return expected == null ? 0 : 1;
  }
}
