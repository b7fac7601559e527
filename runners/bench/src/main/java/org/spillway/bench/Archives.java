package org.spillway.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;

/** The generated archives to measure with: made once, then kept. */
final class Archives {
  private final Path folder;

  /**
   * Keeps archives.
   *
   * @param folder where; made if need be
   */
  Archives(Path folder) {
    this.folder = folder;
  }

  /** The archive of a size, which is made if it isn't there: about ten seconds for a large one. */
  Path of(ArchiveSize size) throws IOException {
    Path archive = folder.resolve(size.name() + ".zip");
    if (!Files.exists(archive)) {
      ArchiveGenerator.of(size).writeTo(archive);
    }
    return archive;
  }

  /** Reads a file once, so that whoever is measured first isn't the one who waits for the disk. */
  static void warm(Path archive) throws IOException {
    try (InputStream in = Files.newInputStream(archive)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
