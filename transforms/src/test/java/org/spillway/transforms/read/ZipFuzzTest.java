package org.spillway.transforms.read;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes as an archive: what is read of it is what other libraries read too, and everything else
 * is refused as bad input, within seconds and a heap of a few hundred megabytes.
 */
class ZipFuzzTest {
  private static final String HEADER = "userId,movieId,rating,timestamp\n";
  private static final int MAX_BYTES = 64 << 10;

  /** A folder of the class's, since a fuzz test is run a million times in one of them. */
  private static Path folder;

  @BeforeAll
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("zip-fuzz");
  }

  @AfterAll
  static void deleteFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("test.zip"));
    Files.delete(folder);
  }

  @Timeout(10)
  @MethodSource("archives")
  @FuzzTest
  void readsAsOthersDo(byte[] bytes) throws IOException {
    if (bytes.length > MAX_BYTES) {
      return;
    }
    Path zip = Files.write(folder.resolve("test.zip"), bytes);
    Map<String, byte[]> entries = ZipReadings.readOrRefuse(zip, "archive");
    ZipReadings.assertReadAlike(zip, entries, "archive");
    try {
      Reading.ratings(zip.toString(), ReadSettings.defaults().withMaxRejectedShare(1));
    } catch (BadInputException e) {
      ZipReadings.assertIsOneLine(e, "archive");
    }
  }

  /** Sound archives of every form, and those that a reader has tripped over. */
  static List<byte[]> archives() throws IOException {
    List<byte[]> archives = new ArrayList<>(ZipMutationTest.soundArchives());
    archives.add(withChecksums("2e2e5a24d10ea2ce4a2e0d9d1b3cb2a0  ratings.csv\n"));
    archives.add(
        withChecksums("2e2e5a24d10ea2ce4a2e0d9d1b3cb2a0 a" + " ".repeat((1 << 20) - 64) + "b"));
    archives.add(claiming(1L << 62, 1));
    archives.add(claiming(1L << 40, 1L << 39));
    archives.add(TestZip.ofRatings(HEADER + "1,1,1.0,1\n".repeat(1 << 20)).toBytes());
    RawZip commented = RawZip.sound();
    commented.comment = RawZip.sound().toBytes();
    archives.add(commented.toBytes());
    RawZip overlapping = RawZip.sound();
    overlapping.entries.get(1).offset = 0;
    archives.add(overlapping.toBytes());
    RawZip encrypted = RawZip.sound();
    encrypted.ratings().setFlags(1);
    archives.add(encrypted.toBytes());
    return archives;
  }

  private static byte[] withChecksums(String list) {
    return TestZip.ofRatings(HEADER + "1,1,1.0,1\n")
        .add("ml/checksums.txt", list.getBytes(StandardCharsets.ISO_8859_1))
        .toBytes();
  }

  /** Claims sizes of the ratings that they do not have. */
  private static byte[] claiming(long bytes, long compressedBytes) {
    RawZip zip = RawZip.sound();
    RawZip.Entry ratings = zip.ratings();
    ratings.deflate();
    ratings.bytes = bytes;
    ratings.compressedBytes = compressedBytes;
    ratings.setZip64();
    return zip.toBytes();
  }
}
