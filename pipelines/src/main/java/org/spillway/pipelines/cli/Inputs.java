package org.spillway.pipelines.cli;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Looks whether an input is there, before anything is begun. */
final class Inputs {

  private static final Pattern LOCAL_URI = Pattern.compile("file:(//)?(?=/)");

  private Inputs() {}

  /**
   * Checks that a location names a file that can be opened. It is opened and not looked up, since
   * Beam looks for a local file that is missing in every folder below its own.
   *
   * @throws UsageException if it does not
   */
  static void check(String location) throws IOException {
    if (location.isBlank()) {
      throw new UsageException("The location of the input is empty");
    }
    if (new File(location).isDirectory()) {
      throw new UsageException("Not a file but a folder: " + location);
    }
    try {
      ResourceId input = FileSystems.matchNewResource(location, false);
      // To open a pipe would be to wait for what is written into it, maybe without end.
      if (isPipeOrDevice(location) || isPipeOrDevice(input.toString())) {
        throw new UsageException(
            "Not a file but a pipe or a device: " + location + "; save it as a file");
      }
      FileSystems.open(input).close();
    } catch (FileNotFoundException | NoSuchFileException e) {
      if (new File(location).exists()) {
        throw new UsageException("Not a file that can be read: " + location, e);
      }
      throw new UsageException("There is no file " + location, e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UsageException("Not a location that Beam knows: " + location, e);
    }
  }

  private static boolean isPipeOrDevice(String path) {
    File file =
        new File(path.startsWith("file:") ? LOCAL_URI.matcher(path).replaceFirst("") : path);
    return file.exists() && !file.isFile() && !file.isDirectory();
  }
}
