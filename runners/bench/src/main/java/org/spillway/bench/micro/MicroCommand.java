package org.spillway.bench.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench micro}: measures the hot loops alone, by JMH. */
@Command(
    name = "micro",
    description =
        "Measures the hot loops of prepare one by one, on generated ratings in memory, by JMH.",
    footer = {"", "Exit codes: 0 measured; 1 a fault; 2 bad usage."},
    sortOptions = false)
public final class MicroCommand implements Callable<Integer> {
  private static final String[] JVM = {"-Xmx2g", "-XX:+UseParallelGC"};
  private static final Settings SHORT = new Settings(1, 3, 5, 1);
  private static final Settings LONG = new Settings(3, 5, 10, 2);

  private record Settings(int forks, int warmups, int measurements, int seconds) {}

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "REGEX",
      arity = "0..*",
      description = "Only benchmarks in whose names this is found, such as Parse. Default: all.")
  private List<String> names = List.of();

  @Option(names = "--list", description = "List their names instead. Default: false.")
  private boolean isList;

  @Option(
      names = "--long",
      description =
          "In 3 JVMs each, 5 times 2 s to warm up and 10 times 2 s measured. Default: false, in"
              + " one JVM each, 3 times 1 s and 5 times 1 s.")
  private boolean isLong;

  @Option(
      names = "--json",
      paramLabel = "FILE.json",
      description = "Write JMH's results to a file, too; a file of this name is replaced.")
  private @Nullable Path json;

  @Option(
      names = "--jmh",
      paramLabel = "ARGS",
      description =
          "JMH's own arguments, such as \"-prof gc\" or \"-p ratings=4000000\"; its settings go"
              + " before --long. Those that only print, such as -h, do nothing. Default: none.")
  private String jmh = "";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable") // picocli does all that it asks for
  private boolean isHelp;

  @Override
  public Integer call() throws IOException, RunnerException {
    Runner runner = new Runner(options());
    try {
      if (isList) {
        runner.list();
      } else {
        runner.run();
      }
    } catch (NoBenchmarksException e) {
      throw new ParameterException(
          spec.commandLine(), "REGEX must be found in a benchmark's name, but was: " + names, e);
    }
    return ExitCode.OK;
  }

  private Options options() throws IOException {
    CommandLineOptions given = given();
    Settings settings = isLong ? LONG : SHORT;
    TimeValue seconds = TimeValue.seconds(settings.seconds);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(given)
            .forks(given.getForkCount().orElse(settings.forks))
            .warmupIterations(given.getWarmupIterations().orElse(settings.warmups))
            .warmupTime(given.getWarmupTime().orElse(seconds))
            .measurementIterations(given.getMeasurementIterations().orElse(settings.measurements))
            .measurementTime(given.getMeasurementTime().orElse(seconds))
            .jvmArgsPrepend(given.getJvmArgsPrepend().orElse(List.of(JVM)).toArray(String[]::new))
            .shouldFailOnError(true);
    names.forEach(options::include);
    if (json != null) {
      Files.createDirectories(json.toAbsolutePath().getParent());
      options.resultFormat(ResultFormatType.JSON).result(json.toString());
    }
    return options.build();
  }

  private CommandLineOptions given() {
    try {
      return new CommandLineOptions(jmh.isBlank() ? new String[0] : jmh.strip().split(" +"));
    } catch (CommandLineOptionException e) {
      throw new ParameterException(
          spec.commandLine(), "jmh must be JMH's arguments, but: " + e.getMessage(), e);
    }
  }
}
