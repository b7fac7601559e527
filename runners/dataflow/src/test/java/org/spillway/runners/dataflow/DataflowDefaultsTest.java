package org.spillway.runners.dataflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.extensions.gcp.auth.CredentialFactory;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.options.ExperimentalOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.pipelines.cli.SpillwayCommand;
import org.spillway.pipelines.setup.SetupOptions;

class DataflowDefaultsTest {
  private static final String[] COMPLETE = {
    "prepare",
    "--runner=DataflowRunner",
    "--project=my-project",
    "--region=europe-west1",
    "--tempLocation=gs://bucket/temp",
    "--input=gs://bucket/ml.zip",
    "--output=gs://bucket/out",
    "--templateLocation=job.json"
  };

  @ParameterizedTest
  @ValueSource(strings = {"", "DataflowRunner", "dataflow", "DATAFLOWRUNNER"})
  void boundsWhatAJobCanCost(String runner) {
    assertThat(
        new DataflowDefaults().arguments(runner),
        containsInAnyOrder(
            "--runner=DataflowRunner",
            "--autoscalingAlgorithm=THROUGHPUT_BASED",
            "--maxNumWorkers=4",
            "--workerMachineType=e2-standard-2",
            "--partitions=16"));
  }

  @Test
  void leavesOtherRunnersAlone() {
    assertThat(new DataflowDefaults().arguments("DirectRunner"), is(empty()));
  }

  @ParameterizedTest
  @CsvSource({"maxNumWorkers,10,40", "numWorkers,2,8", "maxNumWorkers,many,16"})
  void partitionsAreAMultipleOfTheWorkers(String option, String value, int partitions) {
    assertThat(
        new DataflowDefaults().arguments(Map.of(option, value)),
        hasItem("--partitions=" + partitions));
  }

  @Test
  void aJobThatIsOnlyDescribedNeedsNoAccount() {
    List<String> arguments =
        new DataflowDefaults()
            .arguments(Map.of("templateLocation", "job.json", "tempLocation", "gs://bucket/temp"));

    assertThat(
        arguments,
        hasItems(
            startsWith("--credentialFactoryClass="),
            startsWith("--pathValidatorClass="),
            startsWith("--stagerClass=")));
    assertThat(arguments, hasItem("--gcpTempLocation=gs://bucket/temp"));
  }

  @ParameterizedTest
  @CsvSource({
    "use_runner_v2, use_runner_v2",
    "min_cpu_platform=any, 'min_cpu_platform=any,use_runner_v2'",
    "disable_runner_v2, disable_runner_v2"
  })
  void workersAreTheKindThatBringsAllOfBeam(String given, String experiments) {
    SetupOptions options =
        PipelineOptionsFactory.fromArgs(
                "--runner=DataflowRunner",
                "--project=my-project",
                "--region=europe-west1",
                "--tempLocation=gs://bucket/temp",
                "--input=gs://bucket/ml.zip",
                "--output=gs://bucket/out",
                "--credentialFactoryClass=" + NoopCredentialFactory.class.getName(),
                "--experiments=" + given)
            .as(SetupOptions.class);

    new DataflowDefaults().complete(options);

    assertThat(
        options.as(ExperimentalOptions.class).getExperiments(),
        is(List.of(experiments.split(",", -1))));
    assertThat(new DataflowDefaults().jobFile(options), is(Optional.empty()));
  }

  @Test
  void describesAJob(@TempDir Path folder) throws IOException {
    String[] arguments = with("templateLocation", folder.resolve("job.json").toString());
    StringWriter said = new StringWriter();

    int exitCode =
        SpillwayCommand.run(arguments, new DataflowDefaults(), new PrintWriter(said, true));

    assertThat(said.toString(), exitCode, is(0));
    assertThat(
        said.toString().strip(),
        is("Described, not run; the job is in " + folder.resolve("job.json")));
    JobFile job = JobFile.read(folder.resolve("job.json"));
    assertThat(
        job.steps().stream().map(JobFile.Step::name).toList(),
        hasItem(startsWith("PublishOutputs/")));
    assertThat(job.job().at("/environment/sdkPipelineOptions/options/partitions").asInt(), is(16));
  }

  @Test
  void refusesAJobWithoutAPlaceForItsFiles() {
    assertRefused(
        "tempLocation must be a folder on Cloud Storage, such as gs://bucket/temp, but none was"
            + " given; give --tempLocation",
        without("tempLocation"));
    assertRefused(
        "tempLocation must be a folder on Cloud Storage, such as gs://bucket/temp, but was: temp;"
            + " give --tempLocation",
        with("tempLocation", "temp"));
  }

  @Test
  void refusesAJobWithoutAProjectOrARegion() {
    assertRefused(
        "project must be the id of a Google Cloud project, but none was given; give --project",
        with("project", ""));
    assertRefused(
        "region must be where Dataflow is to run the job, such as europe-west1, but none was"
            + " given; give --region",
        with("region", ""));
  }

  @Test
  void refusesFilesThatNoWorkerGetsAt() {
    assertRefused(
        "input must be where Dataflow's workers get at it, such as gs://bucket/ml-32m.zip, but"
            + " was: ml.zip; give another --input",
        with("input", "ml.zip"));
    assertRefused(
        "output must be where Dataflow's workers get at it, such as gs://bucket/results, but was:"
            + " file:///out; give another --output",
        with("output", "file:///out"));
  }

  @Test
  void refusesToMakeATemplate() {
    assertRefused(
        "templateLocation must be a local file to describe the job in, since as a template it"
            + " could run only once, but was: gs://bucket/job.json; give"
            + " --templateLocation=job.json, or leave it out to run the job",
        with("templateLocation", "gs://bucket/job.json"));
  }

  @Test
  void refusesAJobWithoutCredentials() {
    String[] arguments =
        Stream.concat(
                Arrays.stream(without("templateLocation")),
                Stream.of("--credentialFactoryClass=" + NoCredentials.class.getName()))
            .toArray(String[]::new);

    assertRefused(
        "credentials for Google Cloud must be there, but none were found; run gcloud auth"
            + " application-default login, or set GOOGLE_APPLICATION_CREDENTIALS",
        arguments);
  }

  /** A machine that nobody has logged in on. */
  public static final class NoCredentials implements CredentialFactory {

    /** Makes one; Beam calls this by its name. */
    public static NoCredentials fromOptions(PipelineOptions options) {
      return new NoCredentials();
    }

    @Override
    public com.google.auth.@Nullable Credentials getCredential() {
      return null;
    }
  }

  private static String[] without(String option) {
    return Arrays.stream(COMPLETE)
        .filter(argument -> !argument.startsWith("--" + option + "="))
        .toArray(String[]::new);
  }

  private static String[] with(String option, String value) {
    return Stream.concat(Arrays.stream(without(option)), Stream.of("--" + option + "=" + value))
        .toArray(String[]::new);
  }

  private static void assertRefused(String line, String[] arguments) {
    StringWriter said = new StringWriter();

    int exitCode =
        SpillwayCommand.run(arguments, new DataflowDefaults(), new PrintWriter(said, true));

    assertThat(
        said.toString().strip(), is("spillway: " + line + "; see ./spillway prepare --help"));
    assertThat(exitCode, is(2));
  }
}
