package org.spillway.runners.dataflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.runners.dataflow.util.DataflowTemplateJob;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator;
import org.apache.beam.sdk.values.WindowedValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Dataflow would be sent, for both of its kinds of workers. Nothing is sent: the runner writes
 * a file instead, without credentials and without a look at a bucket.
 */
class JobSpecificationTest {
  private static final String OLDER_WORKERS = "disable_runner_v2";
  private static final String NEWER_WORKERS = "use_runner_v2";
  private static final int MEBIBYTE = 1 << 20;

  /** What Dataflow accepts as a request. */
  private static final long MOST_REQUEST_BYTES = 20L * MEBIBYTE;

  @TempDir private Path folder;

  @Test
  void everyStepHasANameOfItsOwn() throws IOException {
    List<JobFile.Step> steps = translate(OLDER_WORKERS).steps();

    assertThat(steps, hasSize(greaterThan(100)));
    List<String> names = steps.stream().map(JobFile.Step::name).toList();
    assertThat(names, everyItem(not(is(""))));
    assertThat(new HashSet<>(names), hasSize(names.size()));
    // The pipeline's own names, and none that Beam made up.
    assertThat(names, not(hasItem(startsWith("ParDo"))));
    Set<String> top = new HashSet<>();
    names.forEach(name -> top.add(name.replaceFirst("/.*", "")));
    for (String step :
        List.of("ReadRatings", "AssembleHistories", "WriteRatingsSample", "PublishOutputs")) {
      assertThat(top, hasItem(step));
    }
  }

  @Test
  void aWorkerCanMakeEveryCoder() throws IOException {
    int coders = 0;
    for (JobFile.Step step : translate(OLDER_WORKERS).steps()) {
      for (Coder<?> coder : step.outputCoders()) {
        // What a side input is made of is a list of records of a file.
        boolean isSideInput = step.kind().equals("CollectionToSingleton");
        Coder<?> element = isSideInput ? ((IterableCoder<?>) coder).getElemCoder() : coder;
        assertThat(step.name(), element, instanceOf(WindowedValues.WindowedValueCoder.class));
        coders++;
      }
    }
    assertThat(coders, greaterThan(100));
  }

  @Test
  void keysOfShufflesAreDeterministic() throws Exception {
    List<String> keyed = new ArrayList<>();
    for (JobFile.Step step : translate(OLDER_WORKERS).steps()) {
      if (step.kind().equals("GroupByKey")) {
        for (Coder<?> coder : step.outputCoders()) {
          Coder<?> value = ((WindowedValues.WindowedValueCoder<?>) coder).getValueCoder();
          ((KvCoder<?, ?>) value).getKeyCoder().verifyDeterministic();
          keyed.add(step.name());
        }
      }
    }
    assertThat(keyed, hasItem(startsWith("AssembleHistories/")));
  }

  @Test
  void noDataIsInTheGraph() throws IOException {
    JobFile job = translate(OLDER_WORKERS);

    assertThat(job.bytes(), is(lessThan(MOST_REQUEST_BYTES / 10)));
    for (JobFile.Step step : job.steps()) {
      assertThat(step.name(), step.bytes(), is(lessThan(MEBIBYTE / 2)));
    }
  }

  @Test
  void sideInputsAreTheCatalogAndFewMore() throws IOException {
    JobFile job = translate(OLDER_WORKERS);
    Set<String> sides = new HashSet<>();
    job.steps().forEach(step -> sides.addAll(step.sideInputs()));
    List<String> names =
        job.steps().stream()
            .filter(step -> sides.contains(step.json().get("name").asText()))
            .map(step -> step.name().replaceFirst("/.*", ""))
            .distinct()
            .toList();

    assertThat(names, containsInAnyOrder("Catalog", "SeedUsers", "SummarizeLinks"));
  }

  @ParameterizedTest
  @ValueSource(strings = {OLDER_WORKERS, NEWER_WORKERS})
  void whatWorkersGetIsStagedOnce(String workers) throws IOException {
    translate(workers);

    try (Stream<Path> staged = Files.list(folder.resolve("staging"))) {
      assertThat(
          staged.map(file -> file.getFileName().toString()).toList(),
          containsInAnyOrder(
              allOf(startsWith("spillway-"), endsWith(".jar")),
              allOf(startsWith("pipeline-"), endsWith(".pb"))));
    }
    try (Stream<Path> others = Files.list(folder)) {
      assertThat(
          others.map(file -> file.getFileName().toString()).toList(),
          containsInAnyOrder("staging", "job.json", "spillway.jar"));
    }
  }

  private JobFile translate(String experiment) throws IOException {
    Path job = folder.resolve("job.json");
    Path jar = Files.writeString(folder.resolve("spillway.jar"), "any");
    Object result =
        JobGraph.onCloudStorage(
                "--runner=DataflowRunner",
                "--project=my-project",
                "--region=europe-west1",
                "--gcpTempLocation=gs://bucket/temp",
                "--stagingLocation=" + folder.resolve("staging"),
                "--filesToStage=" + jar,
                "--experiments=" + experiment,
                "--credentialFactoryClass=" + NoopCredentialFactory.class.getName(),
                "--pathValidatorClass=" + NoopPathValidator.class.getName(),
                "--templateLocation=" + job)
            .run();
    assertThat(result, instanceOf(DataflowTemplateJob.class));
    return JobFile.read(job);
  }
}
