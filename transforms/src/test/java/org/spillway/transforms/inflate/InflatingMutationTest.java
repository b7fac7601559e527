package org.spillway.transforms.inflate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/**
 * Deflated data, damaged at random or made of random codes, and the same in every run: it is read
 * as {@code java.util.zip} reads it, or refused as by that. {@code -Dinflate.mutations=1000000} has
 * more of it, {@code -Dinflate.seed=2} another.
 */
class InflatingMutationTest {
  private static final int MUTATIONS = Integer.getInteger("inflate.mutations", 5000);
  private static final long SEED = Long.getLong("inflate.seed", 1);

  @Test
  void damagedDataIsRefusedOrReadAsTheJdkDoes() throws Exception {
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] sound =
          switch (i % 100 == 0 ? -1 : random.nextInt(4)) {
            case -1 -> deflate(Texts.ratings(random, 100_000 + random.nextInt(400_000)), random);
            case 0 -> deflate(Texts.ratings(random, 1 + random.nextInt(3000)), random);
            case 1 -> deflate(Texts.skewed(random, 1 + random.nextInt(3000)), random);
            case 2 -> deflate(Texts.random(random, 1 + random.nextInt(300), 5), random);
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

  private static byte[] deflate(byte[] bytes, Random random) {
    return Inflated.deflate(bytes, random.nextInt(10), random.nextInt(3));
  }
}
