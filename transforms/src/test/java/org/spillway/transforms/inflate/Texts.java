package org.spillway.transforms.inflate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Random;

/** Bytes that deflate in different ways. */
final class Texts {

  private Texts() {}

  static byte[] random(Random random, int size, int values) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) random.nextInt(values);
    }
    return bytes;
  }

  static byte[] ratings(Random random, int size) {
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
  static byte[] skewed(Random random, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) Integer.numberOfTrailingZeros(random.nextInt() | 1 << 20);
    }
    return bytes;
  }

  /** Pieces of all lengths, from as far back as deflated data can refer to and from nearby. */
  static byte[] farApart(Random random, int size) {
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
}
