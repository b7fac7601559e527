package org.spillway.runners.flink.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cluster}: a cluster of Flink on this machine, to try a job on. */
@Command(
    name = "./spillway cluster",
    description = "Starts, shows and stops a cluster of Flink on this machine.",
    footer = {
      "",
      "Then: ./spillway prepare --runner=FlinkRunner --flinkMaster=localhost:8081 ...",
      "",
      "Exit codes: 0 done; 1 a fault, or no cluster runs; 2 bad usage."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "start|stop|status")
public final class ClusterCommand implements Runnable {
  private static final int DONE = 0;
  private static final int FAULT = 1;
  private static final int BAD_USAGE = 2;

  private static final String FOLDER =
      "Where its settings and logs are. Default: runners/flink/target/cluster of the project.";

  @Spec private CommandSpec spec;

  private ClusterCommand() {}

  /**
   * Runs the command.
   *
   * @return its exit code
   */
  public static int run(String[] args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new ClusterCommand())
        .setParameterExceptionHandler(
            (e, args) -> say(e.getCommandLine(), e.getMessage(), BAD_USAGE))
        .setExecutionExceptionHandler(
            (e, command, parsed) ->
                say(
                    command,
                    e.getMessage(),
                    e instanceof IllegalArgumentException || e instanceof IllegalStateException
                        ? BAD_USAGE
                        : FAULT));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command given: start, stop or status");
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "start",
      description = "Starts it, and waits until it is up.")
  int start(
      @Option(
              names = "--taskManagers",
              defaultValue = "2",
              description = "Its task managers. Default: ${DEFAULT-VALUE}.")
          int taskManagers,
      @Option(
              names = "--slots",
              defaultValue = "1",
              description = "The slots of each. Default: ${DEFAULT-VALUE}.")
          int slots,
      @Option(
              names = "--heap",
              paramLabel = "MB",
              defaultValue = "1024",
              description = "The heap of each, in megabytes. Default: ${DEFAULT-VALUE}.")
          int heap,
      @Option(
              names = "--port",
              defaultValue = "8081",
              description = "Where it takes jobs. Default: ${DEFAULT-VALUE}.")
          int port,
      @Option(names = "--folder", paramLabel = "DIR", description = FOLDER) Path folder)
      throws IOException {
    Path place = folder(folder);
    ClusterSettings settings =
        new ClusterSettings(taskManagers, slots, heap, port, LocalCluster.freePort());
    if (LocalCluster.find(place).isPresent()) {
      throw new IllegalStateException(
          "a cluster runs already in " + place + "; stop it first: ./spillway cluster stop");
    }
    LocalCluster.checkFree(port);
    return print(LocalCluster.start(place, lib(), settings));
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "stop",
      description = "Ends its processes, and waits for them.")
  int stop(@Option(names = "--folder", paramLabel = "DIR", description = FOLDER) Path folder)
      throws IOException {
    Optional<LocalCluster> cluster = LocalCluster.find(folder(folder));
    if (cluster.isEmpty()) {
      return none(folder);
    }
    cluster.get().stop();
    out().println("Stopped");
    out().flush();
    return DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "status",
      description = "Says where it is, and what it has and does.")
  int status(@Option(names = "--folder", paramLabel = "DIR", description = FOLDER) Path folder)
      throws IOException {
    Optional<LocalCluster> cluster = LocalCluster.find(folder(folder));
    return cluster.isEmpty() ? none(folder) : print(cluster.get());
  }

  private int print(LocalCluster cluster) throws IOException {
    ClusterRest rest = ClusterRest.of(cluster.address());
    ClusterRest.Overview overview = rest.overview();
    PrintWriter out = out();
    out.printf(
        Locale.ROOT,
        "Flink at %s: %d task managers, %d of %d slots free%n",
        cluster.address(),
        overview.taskManagers(),
        overview.freeSlots(),
        overview.slots());
    for (ClusterProcess process : cluster.processes()) {
      out.printf(
          Locale.ROOT,
          "  %-14s process %d%s%n",
          process.role(),
          process.pid(),
          process.isAlive() ? "" : ", ended");
    }
    for (JobOverview job : rest.jobs()) {
      out.printf(
          Locale.ROOT,
          "  job %s %s, %.1f s, %,d bytes handed on, of them %,d shuffled%n",
          job.id(),
          job.state().toLowerCase(Locale.ROOT),
          job.millis() / 1e3,
          job.handedOn(),
          job.shuffled());
    }
    out.flush();
    return DONE;
  }

  private int none(Path folder) {
    out().println("No cluster runs in " + folder(folder));
    out().flush();
    return FAULT;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static Path folder(Path given) {
    return (given == null ? target().resolve("cluster") : given).toAbsolutePath().normalize();
  }

  private static Path lib() {
    return target().resolve("flink-lib").toAbsolutePath().normalize();
  }

  private static Path target() {
    return Path.of(System.getProperty("spillway.home", "."), "runners", "flink", "target");
  }

  private static int say(CommandLine command, String message, int exitCode) {
    command.getErr().println("spillway: " + message);
    command.getErr().flush();
    return exitCode;
  }
}
