package org.spillway.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * The floor: inflates the ratings of an archive with {@code java.util.zip} and does nothing with
 * them. No program on the JVM that reads a zip by one thread is faster.
 */
public final class InflateEntry {
  private static final int BUFFER = 1 << 18;

  private InflateEntry() {}

  /** Takes the archive. */
  public static void main(String[] args) throws IOException {
    System.out.println(inflate(Path.of(args[0])) + " bytes");
  }

  /** Inflates, and tells how many bytes there were. */
  static long inflate(Path archive) throws IOException {
    long bytes = 0;
    try (ZipFile zip = new ZipFile(archive.toFile());
        InputStream in = zip.getInputStream(ArchiveEntries.csv(zip, "ratings"))) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
      }
    }
    return bytes;
  }
}
