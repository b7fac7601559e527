package org.spillway.runners.dataflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.runners.dataflow.DataflowRunner;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator;
import org.apache.beam.sdk.options.ExperimentalOptions;
import org.spillway.pipelines.cli.RunnerDefaults;
import org.spillway.pipelines.setup.SetupOptions;

/**
 * How Dataflow is told to run a job of ours: so few workers that a mistake costs little, and as
 * many partitions as keep them busy. With {@code --templateLocation} a job is described and not
 * run, without an account or a network.
 */
final class DataflowDefaults implements RunnerDefaults {

  /** What is read is one entry on one worker; the rest of the job is small at most moduli. */
  static final int MAX_WORKERS = 4;

  /** Two for each of a worker's cores, so that a large one holds up less. */
  private static final int PARTITIONS_PER_WORKER = 4;

  /**
   * Workers that bring all of Beam themselves. The older kind takes Google's clients from the job's
   * jar, which has only those that a launch needs. A job that is described is so for the older
   * kind: for this one the description would not have the steps, only the place of a file with
   * them.
   */
  private static final String RUNNER_V2 = "use_runner_v2";

  @Override
  public List<String> arguments(String runner) {
    return arguments(Map.of("runner", runner));
  }

  @Override
  public List<String> arguments(Map<String, String> given) {
    if (!isDataflow(given.getOrDefault("runner", ""))) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>();
    arguments.add("--runner=DataflowRunner");
    arguments.add("--autoscalingAlgorithm=THROUGHPUT_BASED");
    arguments.add("--maxNumWorkers=" + MAX_WORKERS);
    arguments.add("--workerMachineType=e2-standard-2");
    arguments.add("--partitions=" + PARTITIONS_PER_WORKER * workers(given));
    if (given.containsKey("templateLocation")) {
      arguments.add("--credentialFactoryClass=" + NoopCredentialFactory.class.getName());
      arguments.add("--pathValidatorClass=" + NoopPathValidator.class.getName());
      arguments.add("--stagerClass=" + NoStager.class.getName());
      // Else Beam asks Cloud Storage about the bucket.
      arguments.add("--gcpTempLocation=" + given.getOrDefault("tempLocation", ""));
    }
    return arguments;
  }

  @Override
  public void complete(SetupOptions options) {
    if (options.getRunner() != DataflowRunner.class) {
      return;
    }
    DataflowPipelineOptions dataflow = options.as(DataflowPipelineOptions.class);
    DataflowRequirements.check(dataflow);
    if (dataflow.getTemplateLocation() != null) {
      dataflow.setTemplateLocation(
          Path.of(dataflow.getTemplateLocation()).toAbsolutePath().toString());
    } else if (!ExperimentalOptions.hasExperiment(options, "disable_runner_v2")) {
      ExperimentalOptions.addExperiment(options.as(ExperimentalOptions.class), RUNNER_V2);
    }
  }

  @Override
  public Optional<String> jobFile(SetupOptions options) {
    return Optional.ofNullable(options.as(DataflowPipelineOptions.class).getTemplateLocation());
  }

  /** Beam takes a runner's name in any case, with its ending or without. */
  private static boolean isDataflow(String runner) {
    return runner.isEmpty()
        || runner.equalsIgnoreCase("DataflowRunner")
        || runner.equalsIgnoreCase("dataflow");
  }

  /** What Beam will refuse by itself is not for here to judge. */
  private static int workers(Map<String, String> given) {
    String workers = given.getOrDefault("maxNumWorkers", given.getOrDefault("numWorkers", ""));
    return workers.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(workers) : MAX_WORKERS;
  }
}
