package org.spillway.pipelines.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.spillway.data.movielens.Recognition;
import org.spillway.pipelines.setup.PublishedFigures;
import org.spillway.pipelines.setup.SetupConfig;
import org.spillway.pipelines.setup.SetupModule;
import org.spillway.pipelines.setup.SetupOptions;
import org.spillway.pipelines.setup.SetupPipeline;
import org.spillway.transforms.read.ArchiveInspector;
import org.spillway.transforms.read.ReadProgress;
import org.spillway.transforms.readiness.Expectation;
import org.spillway.transforms.write.OutputFolder;
import org.spillway.transforms.write.Staging;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code prepare}: the main job. */
@Command(
    name = "prepare",
    description = "Builds the interference-ready data set from a MovieLens archive.",
    footer = {
      "",
      "Any option of Beam and of its runner can be given too, as --name=value, such as",
      "--runner=DirectRunner.",
      "",
      "Exit codes: 0 done; 1 a fault while running; 2 bad usage or bad input; 3 done, but a",
      "readiness check has failed (see --failOn)."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {
  /** Set by the launcher, which knows; Java's own guess differs between its versions. */
  private static final String TERMINAL = "spillway.terminal";

  /** Just after Java has begun, or a demo's archive is there. */
  private final long begunAt = System.nanoTime();

  private final RunnerDefaults runner;
  private final Map<String, Object> given = new LinkedHashMap<>();

  @Spec private CommandSpec spec;

  @Option(names = "--quiet", description = "Say nothing until the run has ended. Default: false.")
  private boolean quiet;

  @Unmatched private List<String> forBeam = new ArrayList<>();

  private PrepareCommand(RunnerDefaults runner) {
    this.runner = runner;
  }

  /** The command with an option for each of {@link SetupOptions}. */
  static CommandLine commandLine(RunnerDefaults runner) {
    PrepareCommand prepare = new PrepareCommand(runner);
    CommandSpec spec = CommandSpec.forAnnotatedObject(prepare);
    BeamOptions.specs(SetupOptions.class, prepare.given::put).forEach(spec::addOption);
    return new CommandLine(spec);
  }

  @Override
  public Integer call() throws IOException {
    BeamArguments arguments = BeamArguments.of(given, forBeam);
    ReadProgress.clear();
    Closeable early = readEarly(arguments);
    try {
      return prepare(arguments.toOptions(runner));
    } finally {
      early.close();
    }
  }

  /**
   * The ratings take longest, so they are begun before anything else where they can be, Beam's
   * options included. Should it turn out that there is nothing to run, it was in vain.
   *
   * @return to be closed when the run has ended
   */
  private Closeable readEarly(BeamArguments arguments) {
    SetupOptions options = BeamOptions.preview(SetupOptions.class, given);
    if (!runner.runsInThisProcess(arguments.runner()) || !Inputs.isLocalFile(options.getInput())) {
      return () -> {};
    }
    SetupConfig config = config(options).withInputs(List.of(options.getInput()));
    return SetupModule.readRatings(config).begin(options.getInput());
  }

  private int prepare(SetupOptions options) throws IOException {
    SetupConfig asked = config(options);
    FileSystems.setDefaultPipelineOptions(options);
    Optional<String> jobFile = runner.jobFile(options);
    if (jobFile.isPresent()) {
      return describe(asked, options, jobFile.get());
    }
    SetupConfig config = asked.withInputs(Inputs.find(options.getInput()));
    List<Expectation> expectations = expectations(config);
    PrintWriter err = spec.commandLine().getErr();
    Staging staging;
    try (Interruption interruption = Interruption.await(err)) {
      staging = OutputFolder.begin(config.output(), config.overwrite());
      interruption.staging(staging);
      Path log = openLog(staging);
      RunLog.configuration(config.parameters());
      try (ProgressLine progress =
          quiet ? ProgressLine.none(err) : ProgressLine.start(err, Boolean.getBoolean(TERMINAL))) {
        interruption.progress(progress);
        run(new SetupModule(config, staging, expectations), options);
      } catch (IOException | RuntimeException | Error e) {
        RunLog.failure(e);
        String remains = abandon(staging, e);
        throw new RunFailedException(RunLog.end(staging, log), remains, e);
      }
      RunLog.end(staging, log);
    }
    PrintWriter out = spec.commandLine().getOut();
    RunSummary summary = RunSummary.read(staging);
    summary.print(out);
    return config.failOn().isMetBy(summary.judgements()) ? ExitCodes.NOT_READY : ExitCodes.DONE;
  }

  private static Path openLog(Staging staging) throws IOException {
    try {
      return RunLog.open(staging);
    } catch (IOException | RuntimeException e) {
      abandon(staging, e);
      throw e;
    }
  }

  /** What is known of the results of an edition that is recognized beyond doubt. */
  private static List<Expectation> expectations(SetupConfig config) throws IOException {
    if (!config.hasTheSeedsParameters() || config.inputs().size() > 1) {
      return List.of();
    }
    Recognition recognition =
        Editions.recognize(ArchiveInspector.inspect(config.inputs().get(0), config.limits()));
    return recognition.clue() == Recognition.Clue.CHECKSUMS
        ? PublishedFigures.of(recognition.edition())
        : List.of();
  }

  /** Clears away what a failed run has left, and says what there is then. */
  private static String abandon(Staging staging, Throwable cause) {
    try {
      return OutputFolder.abandon(staging)
          ? "but only after it had published: the results in " + staging.output() + " are whole"
          : "and nothing was published";
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
      return "and " + staging.output() + " is not in order until the next run clears it up";
    }
  }

  /** Gives the job to a runner that only writes it down. No file system is asked for anything. */
  private int describe(SetupConfig config, PipelineOptions options, String jobFile) {
    Staging names = Staging.of(config.output(), "described-only");
    pipeline(injector(new SetupModule(config, names, List.of())), options).run();
    PrintWriter out = spec.commandLine().getOut();
    out.println("Described, not run; the job is in " + jobFile);
    out.flush();
    return ExitCodes.DONE;
  }

  private static Injector injector(SetupModule module) {
    return Guice.createInjector(Stage.PRODUCTION, module);
  }

  private Pipeline pipeline(Injector injector, PipelineOptions options) {
    Pipeline pipeline = Pipeline.create(options);
    injector.getInstance(SetupPipeline.class).build(pipeline, runner::besideReads);
    return pipeline;
  }

  private void run(SetupModule module, PipelineOptions options) throws IOException {
    Pipeline pipeline = pipeline(injector(module), options);
    if (runner.runsInThisProcess(options.getRunner().getSimpleName())) {
      HeadStart.of(pipeline);
    }
    long startUp = System.nanoTime() - begunAt;
    PipelineResult result = pipeline.run();
    PipelineResult.State state = result.waitUntilFinish();
    if (state != PipelineResult.State.DONE) {
      throw new IOException("the runner ended the job in the state " + state);
    }
    RunLog.times(StepTimes.of(result), startUp, System.nanoTime() - begunAt);
  }

  private static SetupConfig config(SetupOptions options) {
    try {
      return SetupConfig.of(options);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
