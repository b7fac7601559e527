package org.spillway.runners.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.spillway.transforms.write.Staging;

/** The largest file of a run that is under way: while it is written, a run is in the middle. */
final class StagedSample {

  private StagedSample() {}

  /** Waits until a run into this folder has begun to write it, or goes on no longer. */
  static void await(Path output, BooleanSupplier goesOn) throws IOException, InterruptedException {
    while (count(output) == 0 && goesOn.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  /** How many attempts at it lie in the staging folder. */
  static long count(Path output) throws IOException {
    Path staging = output.resolve(Staging.FOLDER);
    if (!Files.exists(staging)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(staging)) {
      return files.filter(file -> file.toString().contains("ratings_sample")).count();
    } catch (UncheckedIOException | FileSystemException e) {
      return 0; // Files come and go.
    }
  }
}
