package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others write is read as they read it. */
class ZipLibrariesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Zip64Mode.class)
  void readsASeekingWriter(Zip64Mode mode) throws IOException {
    Path archive = folder.resolve("seeking.zip");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
      write(zip, mode);
    }

    assertReadAlike(archive);
  }

  /** It writes data descriptors, since it cannot go back to the local headers. */
  @ParameterizedTest
  @EnumSource(Zip64Mode.class)
  void readsAStreamingWriter(Zip64Mode mode) throws IOException {
    Path archive = folder.resolve("streaming.zip");
    try (OutputStream out = Files.newOutputStream(archive);
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      write(zip, mode);
    }

    assertReadAlike(archive);
  }

  /** More than the end record can count, so that the zip64 one does. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(ints = {0, 65_535, 65_536})
  void readsTheJdksWriter(int entries) throws IOException {
    TestZip zip = new TestZip();
    for (int i = 0; i < entries; i++) {
      zip.add("ml/" + i, "");
    }
    Path archive = Path.of(zip.addStored("ml/ratings.csv", new byte[9]).writeTo(folder));

    assertReadAlike(archive);
  }

  private static void write(ZipArchiveOutputStream zip, Zip64Mode mode) throws IOException {
    zip.setUseZip64(mode);
    zip.setComment("what others write");
    zip.putArchiveEntry(new ZipArchiveEntry("ml/"));
    zip.closeArchiveEntry();
    for (String name : List.of("ml/ratings.csv", "ml/Café.txt", "ml/empty")) {
      ZipArchiveEntry entry = new ZipArchiveEntry(name);
      entry.setTime(1_000_000_000_000L);
      zip.putArchiveEntry(entry);
      zip.write(name.repeat(name.endsWith("empty") ? 0 : 999).getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    ZipArchiveEntry stored = new ZipArchiveEntry("ml/stored");
    stored.setMethod(ZipEntry.STORED);
    stored.setSize(1);
    stored.setCrc(0xe8b7be43L);
    zip.putArchiveEntry(stored);
    zip.write('a');
    zip.closeArchiveEntry();
  }

  private static void assertReadAlike(Path path) throws IOException {
    List<String> theirs = new ArrayList<>();
    List<String> ours = new ArrayList<>();
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        theirs.add(shown(entry.getName(), entry.getCompressedSize(), entry.getCrc(), content));
      }
    }
    try (ZipArchive archive = ZipArchive.open(path.toString(), ArchiveLimits.generous())) {
      for (DirectoryRecord record : archive.records()) {
        try (EntryStream in = archive.open(record)) {
          byte[] content = in.readAllBytes();
          ours.add(shown(record.name(), record.compressedBytes(), record.crc32(), content));
        }
      }
    }
    assertThat(ours, is(theirs));
  }

  private static String shown(String name, long compressedBytes, long crc32, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return name + " " + compressedBytes + " " + crc32 + " " + text;
  }
}
