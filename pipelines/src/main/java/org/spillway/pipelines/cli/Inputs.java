package org.spillway.pipelines.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.beam.sdk.io.FileSystems;

/** Looks whether an input is there, before anything is begun. */
final class Inputs {

  private Inputs() {}

  /**
   * Checks that a location names one file.
   *
   * @throws UsageException if it does not
   */
  static void check(String location) throws IOException {
    try {
      FileSystems.matchSingleFileSpec(location);
    } catch (FileNotFoundException e) {
      throw new UsageException("There is no file " + location, e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Not a location that Beam knows: " + location, e);
    }
  }
}
