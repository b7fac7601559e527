package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small archives, damaged at random: whatever is read of them is what commons-compress and the JDK
 * read too, and everything else is refused as bad input, soon. The same damage in every run; {@code
 * -Dzip.mutations=1000000} has more of it, {@code -Dzip.seed=2} another.
 */
class ZipMutationTest {
  private static final int MUTATIONS = Integer.getInteger("zip.mutations", 5000);
  private static final long SEED = Long.getLong("zip.seed", 1);
  private static final long[] TELLING = {0, 1, -1, 0x7F, 0x80, 0xFFFF, 0x7FFFFFFF, 1L << 31, 22};

  /** The second half of the signatures of headers, records and ends. */
  private static final List<String> SIGNATURES =
      List.of("PK\1\2", "PK\3\4", "PK\5\6", "PK\6\6", "PK\6\7", "PK\7\10");

  private final Random random = new Random(SEED);

  @TempDir Path folder;

  @Test
  void readsAsOthersDoOrRefuses() throws IOException {
    List<byte[]> sound = soundArchives();
    Path path = folder.resolve("mutated.zip");
    int opened = 0;
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = mutated(sound.get(i % sound.size()), sound);
      Files.write(path, bytes);
      String what = "mutation " + i + " of seed " + SEED;
      long begin = System.nanoTime();

      Map<String, byte[]> entries = ZipReadings.readOrRefuse(path, what);

      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      assertThat(what + ": milliseconds", millis, lessThan(5000L));
      opened += entries.isEmpty() ? 0 : 1;
      read += entries.size();
      ZipReadings.assertReadAlike(path, entries, what);
    }
    assertThat("some pass", opened, is(greaterThan(MUTATIONS / 50)));
    assertThat("most are refused", opened, is(lessThan(MUTATIONS / 2)));
    assertThat(read, is(greaterThan(opened)));
  }

  @Test
  void readsTheArchivesBeforeTheyAreMutated() throws IOException {
    Path path = folder.resolve("sound.zip");
    for (byte[] sound : soundArchives()) {
      Files.write(path, sound);

      Map<String, byte[]> entries = ZipReadings.readOrRefuse(path, "sound");

      assertThat(entries.size(), is(greaterThan(1)));
      ZipReadings.assertReadAlike(path, entries, "sound");
    }
  }

  static List<byte[]> soundArchives() throws IOException {
    List<byte[]> archives = new ArrayList<>();
    archives.add(RawZip.sound().toBytes());
    RawZip descriptors = RawZip.sound();
    descriptors.comment = "a comment".getBytes(StandardCharsets.UTF_8);
    descriptors.ratings().deflate();
    descriptors.ratings().setDescriptor(false, false);
    descriptors.entries.get(1).setDescriptor(true, true);
    archives.add(descriptors.toBytes());
    RawZip wide = RawZip.sound();
    wide.isZip64 = true;
    wide.ratings().setZip64();
    wide.add("ml/", "");
    archives.add(wide.toBytes());
    archives.add(TestZip.ofRatings("userId,movieId,rating,timestamp\n1,1,1.0,1\n").toBytes());
    for (Zip64Mode mode : List.of(Zip64Mode.Never, Zip64Mode.Always)) {
      archives.add(written(mode));
    }
    return archives;
  }

  private static byte[] written(Zip64Mode mode) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      zip.setUseZip64(mode);
      for (String name : List.of("ml/ratings.csv", "ml/Café.txt")) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTime(1_000_000_000_000L);
        zip.putArchiveEntry(entry);
        zip.write(name.repeat(9).getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private byte[] mutated(byte[] sound, List<byte[]> others) {
    byte[] bytes = sound.clone();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      bytes = mutatedOnce(bytes, others.get(random.nextInt(others.size())));
    }
    return bytes;
  }

  private byte[] mutatedOnce(byte[] bytes, byte[] other) {
    if (bytes.length < 4) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int to = at + random.nextInt(Math.min(100, bytes.length - at));
    switch (random.nextInt(9)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> putNumber(bytes, at);
      case 3 -> putNumber(bytes, header(bytes) + random.nextInt(46));
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 5 -> {
        return spliced(bytes, at, at, bytes, at, to);
      }
      case 6 -> {
        return spliced(bytes, at, to, other, random.nextInt(other.length), other.length);
      }
      case 7 -> swap(bytes, header(bytes), header(bytes), 4 + random.nextInt(43));
      default -> {
        int from = header(bytes);
        int length = random.nextInt(100);
        return spliced(bytes, at, at, bytes, from, Math.min(from + length, bytes.length));
      }
    }
    return bytes;
  }

  /** Writes a number that limits and sums trip over, of 2, 4 or 8 bytes. */
  private void putNumber(byte[] bytes, int at) {
    ByteBuffer number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    number.putLong(0, TELLING[random.nextInt(TELLING.length)] + random.nextInt(3) - 1);
    int length = Math.min(2 << random.nextInt(3), bytes.length - at);
    if (length > 0) {
      System.arraycopy(number.array(), 0, bytes, at, length);
    }
  }

  private static void swap(byte[] bytes, int first, int second, int length) {
    for (int i = 0; i < length && Math.max(first, second) + i < bytes.length; i++) {
      byte one = bytes[first + i];
      bytes[first + i] = bytes[second + i];
      bytes[second + i] = one;
    }
  }

  /** Where one of the headers, records or ends begins; anywhere if there is none. */
  private int header(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at =
        text.indexOf(
            SIGNATURES.get(random.nextInt(SIGNATURES.size())), random.nextInt(bytes.length));
    return at < 0 ? random.nextInt(bytes.length) : at;
  }

  /** {@code bytes} with what is from {@code at} to {@code to} replaced by a part of others. */
  private static byte[] spliced(byte[] bytes, int at, int to, byte[] others, int from, int until) {
    return RawZip.concat(
        Arrays.copyOf(bytes, at),
        Arrays.copyOfRange(others, from, until),
        Arrays.copyOfRange(bytes, to, bytes.length));
  }
}
