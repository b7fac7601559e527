package org.spillway.runners.flink;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.data.testing.SharedData;
import org.spillway.runners.flink.cluster.TestCluster;

/**
 * The same data on the Direct runner, on Flink in one process and on a cluster of Flink, whatever
 * the parallelism.
 */
@ExtendWith(TestCluster.Resolver.class)
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParityIT {

  @TempDir private Path folder;

  @Test
  void aGeneratedArchive(TestCluster cluster) throws Exception {
    Path archive = folder.resolve("small.zip");
    ArchiveGenerator.of(ArchiveSize.SMALL).writeTo(archive);
    assertSameOnAllRunners(archive, cluster);
  }

  @Test
  void aRealArchive(TestCluster cluster) throws Exception {
    Optional<Path> archive = SharedData.find("data/ml-latest-small.zip");
    assumeTrue(archive.isPresent(), SharedData.WHERE);
    assertSameOnAllRunners(archive.get(), cluster);
  }

  private void assertSameOnAllRunners(Path archive, TestCluster cluster) throws Exception {
    String expected = inThisProcess(archive, "direct-1", "DirectRunner", "--targetParallelism=1");
    assertThat(
        inThisProcess(archive, "direct-3", "DirectRunner", "--targetParallelism=3"), is(expected));
    assertThat(inThisProcess(archive, "flink-1", "FlinkRunner", "--parallelism=1"), is(expected));
    assertThat(byTheJar(archive, "flink-4", "--parallelism=4"), is(expected));
    assertThat(byTheJar(archive, "cluster", "--flinkMaster=" + cluster.address()), is(expected));
  }

  private String inThisProcess(Path archive, String name, String runner, String parallelism)
      throws IOException {
    Path output = folder.resolve(name);
    CommandRun run =
        CommandRun.of(
            new FlinkDefaults(),
            archive,
            output,
            "--userModulus=5",
            "--runner=" + runner,
            parallelism);
    assertThat(run.said(), run.exitCode(), is(0));
    return DataDigest.of(output);
  }

  private String byTheJar(Path archive, String name, String option) throws Exception {
    Path output = folder.resolve(name);
    FlinkJar run =
        FlinkJar.start(
            folder,
            "prepare",
            "--input=" + archive,
            "--output=" + output,
            "--userModulus=5",
            "--quiet",
            "--runner=flinkrunner",
            option);
    int exitCode = run.exitCode();
    assertThat(run.said(), exitCode, is(0));
    return DataDigest.of(output);
  }
}
