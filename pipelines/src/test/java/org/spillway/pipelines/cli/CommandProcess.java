package org.spillway.pipelines.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command line in a process of its own, for what a test cannot do to itself. */
final class CommandProcess {

  private CommandProcess() {}

  /** What the process runs. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      System.exit(SpillwayCommand.run(args, runner -> List.of()));
    }
  }

  /**
   * The words of a command that runs these arguments.
   *
   * @param temporary an existing folder for the files that libraries need while they run
   */
  static List<String> words(Path temporary, String... arguments) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()),
            Stream.of(arguments))
        .toList();
  }

  /** Of what was said, all but what a logging library says of the tests' class path. */
  static List<String> withoutLogging(List<String> lines) {
    return lines.stream().filter(line -> !line.startsWith("SLF4J")).toList();
  }
}
