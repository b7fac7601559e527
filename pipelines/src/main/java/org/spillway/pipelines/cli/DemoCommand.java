package org.spillway.pipelines.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the main job on an invented archive, for a first look. */
@Command(
    name = "demo",
    description = "Generates a small archive if there is none, and runs prepare on it.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  /** Few users are in the small archive, so the demo samples one in five and not one in fifty. */
  private static final String SAMPLE = "--userModulus=5";

  private final RunnerDefaults runner;

  @Spec private CommandSpec spec;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where the archive and the results go. Default: target/demo of the project.")
  private Path folder = Path.of(System.getProperty("spillway.home", "."), "target", "demo");

  DemoCommand(RunnerDefaults runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws IOException {
    Path archive = folder.resolve("ml-generated-small.zip");
    Path results = folder.resolve("results");
    if (!Files.exists(archive)) {
      spec.commandLine().getOut().println("Generating " + archive);
      ArchiveGenerator.of(ArchiveSize.SMALL).writeTo(archive);
    }
    CommandLine prepare = SpillwayCommand.commandLine(runner);
    prepare.setOut(spec.commandLine().getOut());
    prepare.setErr(spec.commandLine().getErr());
    return prepare.execute(
        "prepare", "--input=" + archive, "--output=" + results, SAMPLE, "--overwrite");
  }
}
