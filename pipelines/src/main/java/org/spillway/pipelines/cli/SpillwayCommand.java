package org.spillway.pipelines.cli;

import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code spillway} command: what it offers, and how it ends when something goes wrong. */
@Command(
    name = "spillway",
    description = "Builds interference-ready data sets from MovieLens archives.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "In a clone of the sources there are also ./spillway bench, which measures prepare",
      "beside other tools, and ./spillway cluster, a cluster of Flink to try it on."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class)
public final class SpillwayCommand implements Runnable {

  /** The commands that run a pipeline. */
  private static final Set<String> RUNS = Set.of("prepare", "demo");

  @Spec private CommandSpec spec;

  private SpillwayCommand() {}

  /**
   * Runs a command line.
   *
   * @param args what the user typed
   * @param runner what the build adds for its runner
   * @return one of {@link ExitCodes}
   */
  public static int run(String[] args, RunnerDefaults runner) {
    RunLog.silence();
    if (args.length > 0 && RUNS.contains(args[0])) {
      HeadStart.begin();
    }
    return commandLine(runner).execute(args);
  }

  /** The same, with all that it says going to one writer. */
  public static int run(String[] args, RunnerDefaults runner, PrintWriter said) {
    return commandLine(runner).setOut(said).setErr(said).execute(args);
  }

  static CommandLine commandLine(RunnerDefaults runner) {
    return new CommandLine(new SpillwayCommand())
        .addSubcommand(new DemoCommand(runner))
        .addSubcommand(PrepareCommand.commandLine(runner))
        .addSubcommand(new GenerateCommand())
        .addSubcommand(new InspectCommand())
        .addSubcommand(new CompareCommand())
        .addSubcommand(new VerifyCommand())
        .addSubcommand(new CompletionCommand())
        .setParameterExceptionHandler(SpillwayCommand::badUsage)
        .setExecutionExceptionHandler(SpillwayCommand::failure);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command given");
  }

  private static int badUsage(ParameterException e, String[] args) {
    return say(
        e.getCommandLine(),
        complaint(e) + "; see " + help(e.getCommandLine()),
        ExitCodes.BAD_USAGE);
  }

  /** What is wrong; picocli's own words for a stray argument speak of its index. */
  private static String complaint(ParameterException e) {
    if (e instanceof UnmatchedArgumentException stray && !stray.isUnknownOption()) {
      boolean isCommand = !e.getCommandLine().getSubcommands().isEmpty();
      return "Unknown " + (isCommand ? "command" : "argument") + ": " + stray.getUnmatched().get(0);
    }
    return e.getMessage();
  }

  private static int failure(Exception e, CommandLine command, ParseResult parsed) {
    Failure failure = Failure.of(e);
    String hint = failure.isUsage() ? "; see " + help(command) : "";
    return say(command, failure.message() + hint, failure.exitCode());
  }

  private static String help(CommandLine command) {
    return "./" + command.getCommandSpec().qualifiedName() + " --help";
  }

  private static int say(CommandLine command, String message, int exitCode) {
    PrintWriter err = command.getErr();
    err.println(command.getCommandSpec().root().name() + ": " + TerminalText.of(message));
    err.flush();
    return exitCode;
  }
}
