package org.spillway.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spillway.bench.micro.MicroCommand;
import org.spillway.data.generate.ArchiveSize;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: measures the main job beside other tools, or as its input grows. */
@Command(
    name = "bench",
    description =
        "Measures prepare as a whole process, in turn with other tools that do the same job on the"
            + " same archive, once their results agree; or, with --growth, on larger and larger"
            + " archives.",
    footer = {"", "Exit codes: 0 measured; 1 a fault, such as results that disagree; 2 bad usage."},
    subcommands = MicroCommand.class,
    sortOptions = false)
final class BenchCommand implements Callable<Integer> {
  private static final List<Integer> GROWTH_MILLIONS = List.of(1, 4, 16, 32, 64);
  private static final int MILLION = 1_000_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Count so many rounds, after one to warm up. Default: 3.")
  private int runs = 3;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description =
          "Run these alone: spillway, duckdb (or duckdb-piped, duckdb-extracted), inflate, polars,"
              + " pandas. Default: all that can run here.")
  private List<String> only = List.of();

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description = "The generated archive: tiny, small or large. Default: large.")
  private String size = "large";

  @Option(
      names = "--ratings",
      paramLabel = "N",
      description = "Or one of so many ratings, from 1000000 to 64000000.")
  private @Nullable Integer ratings;

  @Option(
      names = "--archive",
      paramLabel = "ZIP",
      description = "Or an archive of one's own, instead of a generated one.")
  private @Nullable Path archive;

  @Option(
      names = "--userModulus",
      paramLabel = "N",
      description = "The job's option: sample one user in so many. Default: 50.")
  private int userModulus = 50;

  @Option(
      names = "--growth",
      description =
          "Measure prepare alone, on archives of 1, 4, 16, 32 and 64 million ratings. Default:"
              + " false.")
  private boolean isGrowth;

  @Option(
      names = "--growthTo",
      paramLabel = "N",
      description = "With --growth, stop after so many million ratings. Default: 64.")
  private int growthTo = 64;

  @Option(
      names = {"--json", "--output"},
      paramLabel = "FILE.json",
      description = "Write the measurements to a file, too; a file of this name is replaced.")
  private @Nullable Path json;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Where archives and installed tools are kept. Default: runners/bench/target/cache.")
  private @Nullable Path cache;

  @Option(
      names = "--javaOpts",
      paramLabel = "ARGS",
      description = "Arguments for the JVM of prepare, such as \"-Xmx2g\". Default: none.")
  private String javaOpts = System.getenv().getOrDefault("SPILLWAY_JAVA_OPTS", "");

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Fail if a process runs for longer. Default: 600.")
  private int timeout = 600;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable") // picocli does all that it asks for
  private boolean isHelp;

  static CommandLine commandLine() {
    return new CommandLine(new BenchCommand())
        .setCommandName("spillway bench")
        .setParameterExceptionHandler(
            (e, args) -> say(e.getCommandLine(), e.getMessage(), ExitCode.USAGE))
        .setExecutionExceptionHandler((e, command, parsed) -> say(command, fault(e), 1));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    require(runs >= 1, "runs must be at least 1, but was: " + runs);
    require(userModulus >= 1, "userModulus must be at least 1, but was: " + userModulus);
    require(timeout >= 1, "timeout must be at least 1, but was: " + timeout);
    require(growthTo >= 4, "growthTo must be at least 4, but was: " + growthTo);
    for (String name : only) {
      require(
          Contestants.NAMES.stream().anyMatch(known -> known.startsWith(name)),
          "only must name some of " + Contestants.NAMES + ", but was: " + name);
    }
    Report report = isGrowth ? growth() : comparison();
    PrintWriter out = spec.commandLine().getOut();
    report.print(out);
    if (json != null) {
      report.writeTo(json);
      out.println("Written: " + json);
    }
    return ExitCode.OK;
  }

  private Report comparison() throws IOException, InterruptedException, SQLException {
    Path input = archive();
    Contestants contestants =
        Contestants.find(home(), cache(), List.copyOf(only), userModulus, javaOpts);
    contestants.absent().forEach((name, reason) -> say(name + " is left out: " + reason));
    Map<Contestant, List<Measurement>> measured = rounds(input).run(contestants.present(), runs);
    return ComparisonReport.of(input, userModulus, measured, contestants.absent());
  }

  private Report growth() throws IOException, InterruptedException {
    Contestant spillway = Contestants.spillway(home(), userModulus, javaOpts);
    Map<Integer, List<Measurement>> measured = new LinkedHashMap<>();
    for (int millions : GROWTH_MILLIONS) {
      if (millions > growthTo) {
        break;
      }
      Path input = generated(ArchiveSize.ofRatings(millions * MILLION));
      Archives.warm(input);
      Rounds rounds = rounds(input);
      if (measured.isEmpty()) {
        // It builds Spillway, if need be, and brings its jar into memory.
        rounds.once(spillway);
      }
      List<Measurement> ofSize = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        ofSize.add(rounds.once(spillway));
      }
      measured.put(millions * MILLION, ofSize);
      say(
          String.format(
              Locale.ROOT,
              "%d million ratings: %.2f s",
              millions,
              Statistics.median(ofSize.stream().map(Measurement::wallSeconds).toList())));
    }
    return new GrowthReport(userModulus, measured);
  }

  private Rounds rounds(Path input) {
    return new Rounds(
        input.toAbsolutePath(),
        cache().resolve("runs"),
        Duration.ofSeconds(timeout),
        spec.commandLine().getOut());
  }

  private Path archive() throws IOException {
    long given = IntStream.of(archive == null ? 0 : 1, ratings == null ? 0 : 1).sum();
    require(given <= 1, "--archive and --ratings cannot go together");
    if (archive != null) {
      require(Files.isReadable(archive), "archive must be a file, but was: " + archive);
      return archive;
    }
    try {
      return generated(ratings != null ? ArchiveSize.ofRatings(ratings) : ArchiveSize.named(size));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Path generated(ArchiveSize archiveSize) throws IOException {
    say("archive " + archiveSize.name() + " in " + cache());
    return new Archives(cache()).of(archiveSize);
  }

  private Path cache() {
    return (cache != null ? cache : home().resolve("runners/bench/target/cache"))
        .toAbsolutePath()
        .normalize();
  }

  private static Path home() {
    return Path.of(System.getProperty("spillway.home", "")).toAbsolutePath();
  }

  private void require(boolean isRight, String message) {
    if (!isRight) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private void say(String message) {
    spec.commandLine().getOut().println(message);
    spec.commandLine().getOut().flush();
  }

  private static int say(CommandLine command, String message, int exitCode) {
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message);
    command.getErr().flush();
    return exitCode;
  }

  private static String fault(Exception e) {
    boolean isOurs = e instanceof DisagreementException || e instanceof ChildFailedException;
    return isOurs ? e.getMessage() : "failed: " + e;
  }
}
