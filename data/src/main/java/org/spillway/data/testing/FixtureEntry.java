package org.spillway.data.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One entry of a {@link ZipFixture}: a name, the bytes, and whether they are stored or deflated.
 * Immutable; the methods that change something return another entry.
 */
public final class FixtureEntry {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String name;
  private final byte[] bytes;
  private final boolean stored;

  private FixtureEntry(String name, byte[] bytes, boolean stored) {
    this.name = name;
    this.bytes = bytes;
    this.stored = stored;
  }

  /** A deflated entry of these very bytes. */
  public static FixtureEntry of(String name, byte[] bytes) {
    return new FixtureEntry(name, bytes.clone(), false);
  }

  /** A deflated entry of this very text, in UTF-8; its line ends are those of {@code text}. */
  public static FixtureEntry of(String name, String text) {
    return new FixtureEntry(name, text.getBytes(StandardCharsets.UTF_8), false);
  }

  /** A deflated entry of lines that all end in CRLF, as those of MovieLens' CSVs do. */
  public static FixtureEntry ofLines(String name, String... lines) {
    return of(name, Arrays.stream(lines).map(line -> line + "\r\n").collect(Collectors.joining()));
  }

  /** An empty entry for a folder; a slash is added to the name if it has none. */
  public static FixtureEntry directory(String name) {
    return of(name.endsWith("/") ? name : name + "/", new byte[0]);
  }

  /** The name, with its folder if it lies in one. */
  public String name() {
    return name;
  }

  /** A copy of the content. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The content as UTF-8 text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Whether the content isn't to be compressed. */
  public boolean isStored() {
    return stored;
  }

  /** Whether this is an entry for a folder. */
  public boolean isDirectory() {
    return name.endsWith("/");
  }

  /** The same content under another name. */
  public FixtureEntry named(String newName) {
    return new FixtureEntry(newName, bytes, stored);
  }

  /** The same, but not compressed in the zip. */
  public FixtureEntry stored() {
    return new FixtureEntry(name, bytes, true);
  }

  /** The same with a UTF-8 byte order mark in front. */
  public FixtureEntry withBom() {
    byte[] marked = Arrays.copyOf(BOM, BOM.length + bytes.length);
    System.arraycopy(bytes, 0, marked, BOM.length, bytes.length);
    return new FixtureEntry(name, marked, stored);
  }

  /** The same with LF wherever there is CRLF, within quoted cells too. */
  public FixtureEntry withLf() {
    return withText(text().replace("\r\n", "\n"));
  }

  /** The same with CRLF wherever there is LF, within quoted cells too. */
  public FixtureEntry withCrlf() {
    return withText(text().replace("\r\n", "\n").replace("\n", "\r\n"));
  }

  /** The same without the line end of its last line. */
  public FixtureEntry withoutLastLineEnd() {
    return withText(text().replaceFirst("\\r?\\n\\z", ""));
  }

  /**
   * The same with the rows below the header in another order, chosen by {@code seed}. No cell may
   * hold a line end, and the last row must end with one.
   */
  public FixtureEntry withShuffledRows(long seed) {
    List<String> lines = Arrays.asList(text().split("(?<=\n)"));
    List<String> rows = lines.subList(1, lines.size());
    Collections.shuffle(rows, new Random(seed));
    return withText(
        Stream.concat(Stream.of(lines.get(0)), rows.stream()).collect(Collectors.joining()));
  }

  private FixtureEntry withText(String text) {
    return new FixtureEntry(name, text.getBytes(StandardCharsets.UTF_8), stored);
  }
}
