package org.spillway.pipelines.setup;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spillway.pipelines.cli.SpillwayCommand;

/** Runs the setup pipeline as a user does, by its command line, with all of the runner's checks. */
final class SetupRun {
  private final List<String> arguments = new ArrayList<>();

  private SetupRun(Path archive) {
    arguments.add("prepare");
    arguments.add("--input=" + archive);
  }

  static SetupRun of(Path archive) {
    return new SetupRun(archive);
  }

  SetupRun with(String option, Object value) {
    arguments.add("--" + option + "=" + value);
    return this;
  }

  /** Runs, and returns the output folder. */
  Path into(Path output) {
    arguments.add("--output=" + output);
    StringWriter said = new StringWriter();
    int exitCode =
        SpillwayCommand.run(
            arguments.toArray(String[]::new), runner -> List.of(), new PrintWriter(said));
    if (exitCode != 0) {
      throw new AssertionError("exit code " + exitCode + ": " + said);
    }
    return output;
  }
}
