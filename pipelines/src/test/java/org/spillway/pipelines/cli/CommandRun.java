package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;

/**
 * A command line that was run in this JVM, with all of the runner's checks.
 *
 * @param exitCode how it ended
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record CommandRun(int exitCode, String out, String err) {

  /** Runs a command line. */
  static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        SpillwayCommand.commandLine(runner -> List.of())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** A tiny archive in a folder. */
  static Path tinyArchive(Path folder) throws IOException {
    Path archive = folder.resolve("tiny.zip");
    ArchiveGenerator.of(ArchiveSize.TINY).writeTo(archive);
    return archive;
  }

  /** Checks that it did what it was asked. */
  CommandRun succeeds() {
    assertThat(err, exitCode, is(ExitCodes.DONE));
    return this;
  }

  /** Checks that it was refused with this one line and nothing else. */
  void isRefused(String line) {
    assertThat(err.lines().toList(), containsInAnyOrder("spillway: " + line));
    assertThat(out, is(""));
    assertThat(exitCode, is(ExitCodes.BAD_USAGE));
  }
}
