package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are small and ask for much: memory, time, or bytes told twice. */
class ZipBombTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Buffers of an open entry, and then some. */
  private static final long FLAT = 1 << 20;

  private static final int STORED_BLOCK_BYTES = 5;

  @TempDir Path folder;

  private ZipArchive open(RawZip zip, ArchiveLimits limits) throws IOException {
    return ZipArchive.open(TestZip.write(folder, zip.toBytes()), limits);
  }

  private static RawZip bomb(int bytes) {
    RawZip zip = RawZip.sound();
    zip.entries.set(0, new RawZip.Entry("ml/ratings.csv", new byte[bytes]));
    zip.ratings().deflate();
    return zip;
  }

  @Test
  void refusesABombWithFlatMemory() throws IOException {
    try (ZipArchive archive = open(bomb(64 << 20), ArchiveLimits.generous());
        EntryStream in = archive.open(archive.records().get(0))) {
      byte[] buffer = new byte[64 << 10];
      long before = THREADS.getCurrentThreadAllocatedBytes();

      BadInputException e = assertThrows(BadInputException.class, () -> drain(in, buffer));

      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before, lessThan(FLAT));
      assertThat(e.fault(), is(InputFault.RATIO));
    }
  }

  /** With the ratio allowed, all of it passes through the same buffers. */
  @Test
  void memoryIsFlatHoweverMuchPasses() throws IOException {
    try (ZipArchive archive = open(bomb(64 << 20), ArchiveLimits.generous().withMaxRatio(2000));
        EntryStream in = archive.open(archive.records().get(0))) {
      byte[] buffer = new byte[64 << 10];
      long before = THREADS.getCurrentThreadAllocatedBytes();

      long count = drain(in, buffer);

      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before, lessThan(FLAT));
      assertThat(count, is(64L << 20));
    }
  }

  /** Deflate gives at most 1032 bytes for one, so that a larger claim needs no inflating. */
  @Test
  void refusesAClaimThatNoDeflatedDataCanMeet() throws IOException {
    RawZip zip = RawZip.sound();
    zip.ratings().deflate();
    long most = 1032L * zip.ratings().data.length + 1031;
    zip.ratings().bytes = most + 1;
    zip.ratings().localBytes = most + 1;

    try (ZipArchive archive = open(zip, ArchiveLimits.generous())) {
      BadInputException e =
          assertThrows(BadInputException.class, () -> archive.open(archive.records().get(0)));

      assertThat(
          e.getMessage(),
          is(
              "INPUT-017 "
                  + folder.resolve("test.zip")
                  + "!ml/ratings.csv: the directory's sizes of the entry are impossible; expected"
                  + " at most 1032 bytes for each of "
                  + zip.ratings().data.length
                  + " compressed ones, found "
                  + (most + 1)
                  + "; download or copy the archive again"));
    }
  }

  @Test
  void inflatesWhateverDeflatedDataCanMeet() throws IOException {
    RawZip zip = bomb(8 << 20);
    assertThat((8L << 20) / zip.ratings().data.length, is(greaterThan(1000L)));

    try (ZipArchive archive = open(zip, ArchiveLimits.generous());
        EntryStream in = archive.open(archive.records().get(0))) {
      assertThat(drain(in, new byte[64 << 10]), is(8L << 20));
    }
  }

  @Test
  void refusesAStoredEntryOfTwoSizes() throws IOException {
    RawZip zip = RawZip.sound();
    zip.ratings().bytes = 128L << 20;
    zip.ratings().localBytes = 128L << 20;

    try (ZipArchive archive = open(zip, ArchiveLimits.generous())) {
      BadInputException e =
          assertThrows(BadInputException.class, () -> archive.open(archive.records().get(0)));

      assertThat(
          e.getMessage(),
          is(
              "INPUT-017 "
                  + folder.resolve("test.zip")
                  + "!ml/ratings.csv: the directory's sizes of the entry are impossible; expected"
                  + " 53 bytes, as many as are stored, found 134217728; download or copy the"
                  + " archive again"));
    }
  }

  /**
   * Each entry's data quotes the next entry's local header in a deflate block of its own and goes
   * on to the end of the last one's data, so that all of them inflate the same kernel; the
   * directory and every local header agree.
   */
  @Test
  void refusesEntriesThatQuoteOneAnother() throws IOException {
    byte[] bomb = quoted(5, new byte[100_000]).toBytes();
    long inflated = 0;
    Path path = Path.of(TestZip.write(folder, bomb));
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        assertThat(entry.getCrc(), is(crc32(content)));
        inflated += content.length;
      }
    }
    assertThat("others inflate the kernel five times", inflated, is(greaterThan(500_000L)));

    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> ZipArchive.open(path.toString(), ArchiveLimits.generous()));

    assertThat(e.fault(), is(InputFault.OVERLAP));
    assertThat(e.entry(), is("0.csv"));
  }

  /** The second entry lies within the stored data of the first, header and all. */
  @Test
  void refusesAnEntryWithinAnother() {
    RawZip.Entry inner = new RawZip.Entry("ml/movies.csv", new byte[7]);
    RawZip.Entry outer = new RawZip.Entry("ml/ratings.csv", inner.toBytes());
    inner.offset = outer.header().length;
    RawZip zip = new RawZip();
    zip.entries.addAll(List.of(outer, inner));
    zip.body = outer.toBytes();

    BadInputException e =
        assertThrows(BadInputException.class, () -> open(zip, ArchiveLimits.generous()));

    assertThat(e.fault(), is(InputFault.OVERLAP));
    assertThat(e.entry(), is("ml/ratings.csv"));
  }

  /** One hash for all of them, as far as records of the directory are hashed by their fields. */
  @Tag("slow")
  @Test
  void entriesThatCollideTakeNoLonger() throws IOException {
    RawZip zip = new RawZip();
    zip.isZip64 = true;
    int offset = 0;
    for (int i = 0; i < 80_000; i++) {
      RawZip.Entry entry = zip.add(Integer.toString(i, 36), "");
      entry.crc32 = crcForOneHash(entry, offset);
      entry.localCrc32 = entry.crc32;
      offset += 30 + entry.name.length;
    }
    String location = TestZip.write(folder, zip.toBytes());

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 5; i++) {
            try (ZipArchive archive = ZipArchive.open(location, ArchiveLimits.generous())) {
              assertThat(archive.records().get(0).hashCode(), is(0));
              assertThat(archive.records().get(79_999).hashCode(), is(0));
            }
          }
        });
  }

  /** The CRC-32 that brings the record's hash to 0; 31 is odd, so there is one. */
  private static long crcForOneHash(RawZip.Entry entry, int offset) {
    String name = new String(entry.name, StandardCharsets.UTF_8);
    int withoutCrc = new DirectoryRecord(name, 0, 0, 0, 0, 0, offset).hashCode();
    int weight = new DirectoryRecord(name, 0, 0, 1, 0, 0, offset).hashCode() - withoutCrc;
    int inverse = weight;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - weight * inverse;
    }
    return Integer.toUnsignedLong(-withoutCrc * inverse);
  }

  private static RawZip quoted(int entries, byte[] kernelContent) {
    RawZip zip = new RawZip();
    byte[] data = RawZip.deflate(kernelContent);
    byte[] content = kernelContent;
    for (int i = entries - 1; i >= 0; i--) {
      RawZip.Entry entry = new RawZip.Entry(i + ".csv", content);
      entry.setMethod(DirectoryRecord.DEFLATED);
      entry.setData(data);
      zip.entries.add(0, entry);
      byte[] header = entry.header();
      zip.body = RawZip.concat(header, data);
      entry.offset = i * (header.length + (long) STORED_BLOCK_BYTES);
      content = RawZip.concat(header, content);
      data = RawZip.concat(storedBlockOf(header.length), header, data);
    }
    return zip;
  }

  /** The begin of a deflate block that is not the last and holds bytes as they are. */
  private static byte[] storedBlockOf(int length) {
    ByteBuffer block = ByteBuffer.allocate(STORED_BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return block.put((byte) 0).putShort((short) length).putShort((short) ~length).array();
  }

  private static long drain(EntryStream in, byte[] buffer) throws IOException {
    long count = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      count += n;
    }
    return count;
  }

  private static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
