package org.spillway.data.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A small zip, made entry by entry for a test.
 *
 * <pre>{@code
 * Path zip =
 *     ZipFixture.of(
 *             FixtureEntry.ofLines("ratings.csv", "userId,movieId,rating,timestamp", "1,2,3.5,4"),
 *             FixtureEntry.of("movies.csv", "movieId,title,genres\n").stored())
 *         .inFolder("ml-test")
 *         .writeTo(folder.resolve("test.zip"));
 * }</pre>
 *
 * <p>Immutable; all entries are held in memory, in their order. Equal fixtures give equal bytes.
 */
public final class ZipFixture {
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final List<FixtureEntry> entries;

  private ZipFixture(List<FixtureEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** A zip with these entries, in this order. */
  public static ZipFixture of(FixtureEntry... entries) {
    return new ZipFixture(List.of(entries));
  }

  /** The content of a zip, all of it; what is stored there is stored here. */
  public static ZipFixture read(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      List<FixtureEntry> read = new ArrayList<>();
      for (Enumeration<? extends ZipEntry> e = file.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        try (InputStream in = file.getInputStream(entry)) {
          FixtureEntry one = FixtureEntry.of(entry.getName(), in.readAllBytes());
          read.add(entry.getMethod() == ZipEntry.STORED ? one.stored() : one);
        }
      }
      return new ZipFixture(read);
    }
  }

  /** The entries, in their order. */
  public List<FixtureEntry> entries() {
    return entries;
  }

  /**
   * The entry of that name, whatever folder it lies in.
   *
   * @throws IllegalArgumentException if there is none
   */
  public FixtureEntry entry(String fileName) {
    return entries.stream()
        .filter(entry -> fileName(entry).equals(fileName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no entry " + fileName));
  }

  /** The same with one more entry at the end. */
  public ZipFixture with(FixtureEntry entry) {
    return new ZipFixture(Stream.concat(entries.stream(), Stream.of(entry)).toList());
  }

  /** The same without the entries of that name, whatever folder they lie in. */
  public ZipFixture without(String fileName) {
    return new ZipFixture(
        entries.stream().filter(entry -> !fileName(entry).equals(fileName)).toList());
  }

  /** The same with the entries of that name, whatever folder they lie in, changed. */
  public ZipFixture change(String fileName, UnaryOperator<FixtureEntry> change) {
    return new ZipFixture(
        entries.stream()
            .map(entry -> fileName(entry).equals(fileName) ? change.apply(entry) : entry)
            .toList());
  }

  /** The same with all entries below a folder that has an entry of its own, ahead of them. */
  public ZipFixture inFolder(String folder) {
    return new ZipFixture(
        Stream.concat(
                Stream.of(FixtureEntry.directory(folder)),
                entries.stream().map(entry -> entry.named(folder + "/" + entry.name())))
            .toList());
  }

  /** The same with all entries at the zip's root, and no folders. */
  public ZipFixture atRoot() {
    return new ZipFixture(
        entries.stream()
            .filter(entry -> !entry.isDirectory())
            .map(entry -> entry.named(fileName(entry)))
            .toList());
  }

  /**
   * Writes the zip, over whatever is there.
   *
   * @return {@code path}
   */
  public Path writeTo(Path path) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (FixtureEntry entry : entries) {
        zip.putNextEntry(header(entry));
        zip.write(entry.bytes());
        zip.closeEntry();
      }
    }
    return path;
  }

  private static ZipEntry header(FixtureEntry entry) {
    ZipEntry header = new ZipEntry(entry.name());
    header.setTimeLocal(ENTRY_TIME);
    if (entry.isStored() || entry.isDirectory()) {
      byte[] bytes = entry.bytes();
      CRC32 crc = new CRC32();
      crc.update(bytes);
      header.setMethod(ZipEntry.STORED);
      header.setSize(bytes.length);
      header.setCrc(crc.getValue());
    }
    return header;
  }

  private static String fileName(FixtureEntry entry) {
    String name = entry.name();
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
