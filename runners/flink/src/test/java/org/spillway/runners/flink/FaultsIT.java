package org.spillway.runners.flink;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.runners.flink.cluster.TestCluster;
import org.spillway.transforms.write.Staging;

/**
 * What a job on a cluster does when something breaks while it writes its results: it ends with the
 * digest of a run that nothing has disturbed, or without {@code _SUCCESS}.
 */
@ExtendWith(TestCluster.Resolver.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultsIT {

  /** With every user sampled, it takes a moment to write. */
  private static final ArchiveSize SIZE = ArchiveSize.of(4_000, 4_000, 600_000);

  private final TestCluster cluster;
  private Path folder;
  private Path archive;
  private String undisturbed;

  FaultsIT(TestCluster cluster) {
    this.cluster = cluster;
  }

  @BeforeAll
  void runOnce(@TempDir Path given) throws IOException {
    folder = given;
    archive = folder.resolve("archive.zip");
    ArchiveGenerator.of(SIZE).writeTo(archive);
    Path output = folder.resolve("undisturbed");
    CommandRun run = CommandRun.of(new FlinkDefaults(), archive, output, "--runner=DirectRunner");
    assertThat(run.said(), run.exitCode(), is(0));
    undisturbed = DataDigest.of(output);
  }

  @AfterEach
  void repair() throws IOException {
    cluster.awaitQuiet();
    cluster.repair();
  }

  @Test
  void aTaskManagerIsKilled() throws Exception {
    Path output = folder.resolve("killed");
    FlinkJar run = prepare(output);
    StagedSample.await(output, run::isAlive);
    cluster.replaceTaskManager();

    int exitCode = run.exitCode();
    assertThat(run.said(), exitCode, is(0));
    assertThat(DataDigest.of(output), is(undisturbed));
    assertNothingLeft(output);
  }

  @Test
  void aStepFailsOnItsFirstAttempt() throws Exception {
    Path output = folder.resolve("failed-once");
    Path mark = folder.resolve("mark");
    FlinkDefaults failingOnce =
        new FlinkDefaults() {
          @Override
          public void besideReads(PCollection<String> archives) {
            archives.apply("FailOnce", new FailOnce(output, mark));
          }
        };

    CommandRun run = CommandRun.of(failingOnce, archive, output, onCluster());

    assertThat(run.said(), run.exitCode(), is(0));
    assertThat(Files.exists(mark), is(true));
    assertThat(DataDigest.of(output), is(undisturbed));
    assertNothingLeft(output);
  }

  @Test
  void theJobIsCancelled() throws Exception {
    Path output = folder.resolve("cancelled");
    FlinkJar run = prepare(output);
    StagedSample.await(output, run::isAlive);
    cluster.rest().cancel(cluster.onlyJob().id());

    int exitCode = run.exitCode();
    assertThat(run.said(), exitCode, is(1));
    assertThat(run.said(), containsString("and nothing was published"));
    assertNothingPublished(output);
    assertNothingLeft(output);
  }

  @Test
  void whoWaitsForTheJobIsInterrupted() throws Exception {
    Path output = folder.resolve("interrupted");
    FlinkJar run = prepare(output);
    StagedSample.await(output, run::isAlive);
    String job = cluster.onlyJob().id();

    assertThat(run.interrupt().exitCode(), is(143));
    assertThat(run.said(), containsString("interrupted: the run is incomplete"));
    cluster.awaitQuiet();
    assertThat(cluster.rest().get("/jobs/" + job).path("state").asText(), is("CANCELED"));
    assertNothingPublished(output);
  }

  @Test
  void badInputIsSaidInOneLine() throws Exception {
    Path damaged = folder.resolve("damaged.zip");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    Path output = folder.resolve("bad-input");

    CommandRun run = CommandRun.of(new FlinkDefaults(), damaged, output, onCluster());

    assertThat(run.said(), run.exitCode(), is(2));
    assertThat(run.said().lines().count(), is(1L));
    assertThat(run.said(), containsString("spillway: INPUT-01"));
    assertNothingPublished(output);
    assertNothingLeft(output);
  }

  private FlinkJar prepare(Path output) throws IOException {
    return FlinkJar.start(
        folder,
        "prepare",
        "--input=" + archive,
        "--output=" + output,
        "--userModulus=1",
        "--runner=FlinkRunner",
        "--flinkMaster=" + cluster.address(),
        "--quiet");
  }

  /** On the cluster from this process, with this module's tests in the job. */
  private String[] onCluster() {
    return new String[] {
      "--runner=FlinkRunner",
      "--flinkMaster=" + cluster.address(),
      "--filesToStage=" + FlinkJar.JAR + "," + Path.of("target", "test-classes").toAbsolutePath()
    };
  }

  private static void assertNothingPublished(Path output) {
    for (String path : List.of("_SUCCESS", "manifest.json", "processed", "writeup")) {
      assertThat(path, Files.exists(output.resolve(path)), is(false));
    }
  }

  private static void assertNothingLeft(Path output) {
    assertThat(Files.exists(output.resolve(Staging.FOLDER)), is(false));
  }
}
