package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.transforms.write.OutputFolder;
import org.spillway.transforms.write.Staging;

/** What is said when a signal comes, by how far the run is. */
class InterruptionTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  @Test
  void beforeAnythingIsWritten() {
    try (Interruption interruption = Interruption.await(new PrintWriter(said))) {
      interruption.say();
    }
    isSaid("the run is incomplete, and nothing was published");
  }

  @Test
  void beforeTheResultIsWhole() throws IOException {
    Staging staging = OutputFolder.begin(folder.toString(), false);
    try (Interruption interruption = Interruption.await(new PrintWriter(said))) {
      interruption.staging(staging);
      interruption.say();
    }
    isSaid("the run is incomplete; the next one clears away its files");
  }

  @Test
  void onceTheResultIsWhole() throws IOException {
    Path archive = CommandRun.tinyArchive(folder);
    Path output = folder.resolve("out");
    CommandRun.of("prepare", "--input=" + archive, "--output=" + output, "--userModulus=2")
        .succeeds();
    try (Interruption interruption = Interruption.await(new PrintWriter(said))) {
      interruption.staging(Staging.of(output.toString(), "done"));
      interruption.say();
    }
    isSaid("but the results were whole by then, and are in " + output + "/");
  }

  @Test
  void anEarlierResultIsNotTakenForTheRunsOwn() throws IOException {
    Path output = Files.createDirectories(folder.resolve("out"));
    Staging staging = OutputFolder.begin(output.toString(), false);
    Files.createFile(output.resolve("_SUCCESS"));
    try (Interruption interruption = Interruption.await(new PrintWriter(said))) {
      interruption.staging(staging);
      interruption.say();
    }
    isSaid("the run is incomplete; the next one clears away its files");
  }

  private void isSaid(String state) {
    assertThat(said.toString(), is("spillway: interrupted: " + state + System.lineSeparator()));
  }
}
