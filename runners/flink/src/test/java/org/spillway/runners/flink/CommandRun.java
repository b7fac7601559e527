package org.spillway.runners.flink;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spillway.pipelines.cli.RunnerDefaults;
import org.spillway.pipelines.cli.SpillwayCommand;

/**
 * A {@code prepare} that was run in this JVM.
 *
 * @param said all that it wrote
 */
record CommandRun(int exitCode, String said) {

  /** Runs it; of all users unless another {@code --userModulus} is given. */
  static CommandRun of(RunnerDefaults defaults, Path archive, Path output, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.add("prepare");
    arguments.add("--input=" + archive);
    arguments.add("--output=" + output);
    arguments.add("--quiet");
    arguments.addAll(List.of(options));
    if (arguments.stream().noneMatch(argument -> argument.startsWith("--userModulus="))) {
      arguments.add("--userModulus=1");
    }
    StringWriter said = new StringWriter();
    int exitCode =
        SpillwayCommand.run(
            arguments.toArray(String[]::new), defaults, new PrintWriter(said, true));
    return new CommandRun(exitCode, said.toString());
  }
}
