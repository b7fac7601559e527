package org.spillway.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.pipelines.cli.SpillwayCommand;

/**
 * A generated archive, and what {@code prepare} makes of it.
 *
 * @param archive the zip
 * @param output the folder with the results
 */
record PreparedRun(Path archive, Path output) {
  /** The sample is one user in so many. */
  static final int USER_MODULUS = 3;

  /** Generates an archive and runs the job on it, in this JVM. */
  static PreparedRun in(Path folder, ArchiveSize size) throws IOException {
    Path archive = folder.resolve("archive's.zip");
    ArchiveGenerator.of(size).withSeed(5).writeTo(archive);
    Path output = folder.resolve("spillway");
    StringWriter said = new StringWriter();
    int exitCode =
        SpillwayCommand.run(
            new String[] {
              "prepare",
              "--input=" + archive,
              "--output=" + output,
              "--userModulus=" + USER_MODULUS,
              "--quiet"
            },
            runner -> List.of(),
            new PrintWriter(said, true));
    assertThat(said.toString(), exitCode, is(0));
    return new PreparedRun(archive, output);
  }
}
