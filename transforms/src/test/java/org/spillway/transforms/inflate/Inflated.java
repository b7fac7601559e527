package org.spillway.transforms.inflate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** What deflated data is, a character for each byte, and how many of its bytes were used. */
record Inflated(String text, long used) {

  /** By the reader under test, from a source that gives {@code atOnce} bytes at most. */
  static Inflated of(byte[] deflated, int atOnce, int length)
      throws IOException, DataFormatException {
    InflatingReader reader = new InflatingReader(source(deflated, atOnce));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] bytes = new byte[length + 2];
    int n;
    while ((n = reader.read(bytes, 1, length)) >= 0) {
      if (n == 0 || n > length || bytes[0] != 0 || bytes[length + 1] != 0) {
        throw new AssertionError(n + " bytes of " + length);
      }
      all.write(bytes, 1, n);
    }
    return new Inflated(all.toString(ISO_8859_1), reader.deflatedBytes());
  }

  static Inflated of(byte[] deflated) throws IOException, DataFormatException {
    return of(deflated, Integer.MAX_VALUE, 10_000);
  }

  /** By {@code java.util.zip}. */
  static Inflated byJdk(byte[] deflated) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] bytes = new byte[10_000];
      while (!inflater.finished()) {
        int n = inflater.inflate(bytes);
        if (n == 0 && !inflater.finished()) {
          throw new DataFormatException("breaks off");
        }
        all.write(bytes, 0, n);
      }
      return new Inflated(all.toString(ISO_8859_1), inflater.getBytesRead());
    } finally {
      inflater.end();
    }
  }

  static byte[] deflate(byte[] bytes, int level, int strategy) {
    Deflater deflater = new Deflater(level, true);
    try {
      deflater.setStrategy(strategy);
      deflater.setInput(bytes);
      deflater.finish();
      byte[] deflated = new byte[bytes.length + bytes.length / 8 + 100];
      int n = 0;
      while (!deflater.finished()) {
        n += deflater.deflate(deflated, n, deflated.length - n);
      }
      return Arrays.copyOf(deflated, n);
    } finally {
      deflater.end();
    }
  }

  private static DeflatedSource source(byte[] bytes, int atOnce) {
    return new DeflatedSource() {
      private int position;

      @Override
      public int read(byte[] into, int offset, int length) {
        if (position == bytes.length) {
          return -1;
        }
        int n = Math.min(Math.min(length, atOnce), bytes.length - position);
        System.arraycopy(bytes, position, into, offset, n);
        position += n;
        return n;
      }
    };
  }
}
