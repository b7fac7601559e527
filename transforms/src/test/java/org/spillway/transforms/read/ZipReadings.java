package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What is read of an archive, whatever it is, beside what other libraries read of it. */
final class ZipReadings {
  private static final int MOST_BYTES = 1 << 20;

  private ZipReadings() {}

  /** The entries that are read; empty if the archive is refused. */
  static Map<String, byte[]> readOrRefuse(Path path, String what) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipArchive archive = ZipArchive.open(path.toString(), ArchiveLimits.generous())) {
      for (DirectoryRecord record : archive.records()) {
        try (EntryStream in = archive.open(record)) {
          entries.put(record.name(), in.readNBytes(MOST_BYTES));
        } catch (BadInputException e) {
          assertIsOneLine(e, what);
        }
      }
    } catch (BadInputException e) {
      assertIsOneLine(e, what);
    }
    return entries;
  }

  static void assertIsOneLine(BadInputException e, String what) {
    assertThat(what, e.getMessage(), startsWith(e.code() + " "));
    assertThat(what, e.getMessage().chars().noneMatch(Excerpt::isHidden), is(true));
    assertThat(what, e.getMessage(), not(containsString("found null")));
  }

  /** Throws unless commons-compress and the JDK read these entries as they are. */
  static void assertReadAlike(Path path, Map<String, byte[]> entries, String what)
      throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipArchiveEntry theirs = zip.getEntry(entry.getKey());
        assertContent(what, entry, zip.getInputStream(theirs), theirs.getCrc());
      }
    } catch (IOException | RuntimeException e) {
      throw new AssertionError(what + " is read, but not by commons-compress", e);
    }
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(path.toFile())) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry theirs = zip.getEntry(entry.getKey());
        assertContent(what, entry, zip.getInputStream(theirs), theirs.getCrc());
      }
    } catch (ZipException e) {
      assertThat(what + " is read, but not by the JDK: " + e, refusesMore(e), is(true));
    }
  }

  /**
   * Later JDKs refuse zip64 fields with a disk's number, which commons-compress writes; all refuse
   * an archive of which one entry is encrypted.
   */
  private static boolean refusesMore(ZipException e) {
    return Runtime.version().feature() > 17 || e.getMessage().contains("encrypted entry");
  }

  private static void assertContent(
      String what, Map.Entry<String, byte[]> ours, InputStream in, long crc32) throws IOException {
    try (in) {
      byte[] theirs = in.readNBytes(MOST_BYTES);
      CRC32 crc = new CRC32();
      crc.update(theirs);
      assertArrayEquals(theirs, ours.getValue(), what + ", " + ours.getKey());
      if (theirs.length < MOST_BYTES) {
        assertThat(what, crc.getValue(), is(crc32));
      }
    }
  }
}
