package org.spillway.pipelines.cli;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.beam.sdk.io.FileSystems;

/** Looks whether an input is there, before anything is begun. */
final class Inputs {

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
      FileSystems.open(FileSystems.matchNewResource(location, false)).close();
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new UsageException("There is no file " + location, e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UsageException("Not a location that Beam knows: " + location, e);
    }
  }
}
