package org.spillway.data.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes one entry of an archive as bytes, by hand: no string per cell, no object per row. Counts
 * the rows and takes the MD5 on the way.
 */
final class EntryWriter implements Closeable {
  private static final int LONGEST_INT = 20;

  private final String name;
  private final ZipPipe pipe;
  private final MessageDigest md5 = md5();
  private final byte[] digits = new byte[LONGEST_INT];
  private byte[] buffer;
  private int used;
  private long bytes;
  private long lines;

  EntryWriter(String name, ZipPipe pipe, byte[] buffer) {
    this.name = name;
    this.pipe = pipe;
    this.buffer = buffer;
  }

  EntryWriter ascii(char character) throws IOException {
    if (used == buffer.length) {
      flush();
    }
    buffer[used++] = (byte) character;
    return this;
  }

  EntryWriter number(long value) throws IOException {
    int start = LONGEST_INT;
    long rest = value;
    do {
      digits[--start] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return bytes(digits, start, LONGEST_INT - start);
  }

  /** Writes text as it is, in UTF-8. */
  EntryWriter text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return bytes(utf8, 0, utf8.length);
  }

  /** Writes a cell of text, quoted as RFC 4180 asks if it holds a comma, a quote or a line end. */
  EntryWriter cell(String text) throws IOException {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return text(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
  }

  /** Ends a row as MovieLens does, with CRLF. */
  void endRow() throws IOException {
    ascii('\r').ascii('\n');
    lines++;
  }

  EntryWriter bytes(byte[] source, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (used == buffer.length) {
        flush();
      }
      int part = Math.min(length - done, buffer.length - used);
      System.arraycopy(source, offset + done, buffer, used, part);
      used += part;
      done += part;
    }
    return this;
  }

  @Override
  public void close() throws IOException {
    flush();
    pipe.closeEntry(buffer);
  }

  /** What has been written; complete once the writer is closed. */
  GeneratedEntry summary() {
    return new GeneratedEntry(
        name, Math.max(0, lines - 1), bytes, HexFormat.of().formatHex(md5.digest()));
  }

  private void flush() throws IOException {
    md5.update(buffer, 0, used);
    bytes += used;
    buffer = pipe.exchange(buffer, used);
    used = 0;
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
