package org.spillway.pipelines.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code spillway} command: what it offers, and how it ends when something goes wrong. */
@Command(
    name = "spillway",
    description = "Builds interference-ready data sets from MovieLens archives.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class)
public final class SpillwayCommand implements Runnable {

  /** The system property that asks for a failure's stack trace too, for bug reports. */
  static final String STACK_TRACE = "spillway.stacktrace";

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
        e.getMessage() + "; see " + help(e.getCommandLine()),
        ExitCodes.BAD_USAGE);
  }

  private static int failure(Exception e, CommandLine command, ParseResult parsed) {
    if (Boolean.getBoolean(STACK_TRACE)) {
      e.printStackTrace(command.getErr());
    }
    Failure failure = Failure.of(e);
    String hint = failure.isUsage() ? "; see " + help(command) : "";
    return say(command, failure.message() + hint, failure.exitCode());
  }

  private static String help(CommandLine command) {
    return "./" + command.getCommandSpec().qualifiedName() + " --help";
  }

  private static int say(CommandLine command, String message, int exitCode) {
    PrintWriter err = command.getErr();
    err.println(command.getCommandSpec().root().name() + ": " + message);
    err.flush();
    return exitCode;
  }
}
