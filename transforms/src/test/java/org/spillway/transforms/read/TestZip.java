package org.spillway.transforms.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds small zips in memory. */
final class TestZip {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  /** An archive with these ratings, and the other files with a row each. */
  static TestZip ofRatings(String csv) {
    return new TestZip()
        .add("ml/ratings.csv", csv)
        .add("ml/movies.csv", "movieId,title,genres\r\n1,Toy Story (1995),Animation|Comedy\r\n")
        .add("ml/tags.csv", "userId,movieId,tag,timestamp\r\n1,1,pixar,1139045764\r\n")
        .add("ml/links.csv", "movieId,imdbId,tmdbId\r\n1,0114709,862\r\n");
  }

  /** An archive of one file. */
  static TestZip of(String name, String content) {
    return new TestZip().add(name, content);
  }

  TestZip add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a deflated entry with a data descriptor. */
  TestZip add(String name, byte[] content) {
    return add(new ZipEntry(name), content);
  }

  /** Adds a stored entry, which has its sizes in its local header. */
  TestZip addStored(String name, byte[] content) {
    CRC32 crc32 = new CRC32();
    crc32.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc32.getValue());
    return add(entry, content);
  }

  private TestZip add(ZipEntry entry, byte[] content) {
    try {
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] toBytes() {
    try {
      zip.close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the zip and returns where it is. */
  String writeTo(Path folder) {
    return write(folder, toBytes());
  }

  /** Writes bytes that need be no zip. */
  static String write(Path folder, byte[] bytes) {
    try {
      return Files.write(folder.resolve("test.zip"), bytes).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
