package org.spillway.data.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** Writes a file so that nobody ever sees half of it: beside its place first, then moved there. */
final class AtomicFile {
  private static final Pattern NO_ROOM =
      Pattern.compile("(?i)no space left|not enough space|quota|file too large");

  private AtomicFile() {}

  /** What writes the file's content; it need not close the stream. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code target}, making its folder if need be. If the body fails, nothing is left.
   *
   * @throws FileAlreadyExistsException if {@code target} exists and must not be overwritten; the
   *     body isn't run then
   */
  static void write(Path target, boolean overwrite, Body body) throws IOException {
    Path place = target.toAbsolutePath();
    if (Files.isDirectory(place)) {
      throw new FileAlreadyExistsException(
          target + ": expected the name of a file to write, found a folder; name a file in it");
    }
    if (!overwrite) {
      checkAbsent(target);
    }
    Files.createDirectories(place.getParent());
    // A folder that only its owner can look into: the file itself has the permissions of any other.
    Path folder = Files.createTempDirectory(place.getParent(), "." + place.getFileName() + ".");
    Path partial = folder.resolve(place.getFileName());
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW), 1 << 16)) {
        body.writeTo(out);
      }
      if (overwrite) {
        Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
      } else {
        checkAbsent(target);
        Files.move(partial, place);
      }
    } catch (IOException e) {
      throw withPlaceIfFull(target, e);
    } finally {
      Files.deleteIfExists(partial);
      Files.deleteIfExists(folder);
    }
  }

  /** What a system says of a full disk, or of a quota, doesn't say where. */
  private static IOException withPlaceIfFull(Path target, IOException e) {
    String message = String.valueOf(e.getMessage());
    if (!NO_ROOM.matcher(message).find()) {
      return e;
    }
    FileSystemException full =
        new FileSystemException(
            target.toString(), null, message + "; make room there, or name another file");
    full.addSuppressed(e);
    return full;
  }

  private static void checkAbsent(Path target) throws FileAlreadyExistsException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          target + ": expected no such file, found one; overwrite it or name another");
    }
  }
}
