package org.spillway.pipelines.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;

/** Runs in processes of their own, which are ended by a signal or meet a full disk. */
@EnabledOnOs(OS.LINUX)
class InterruptedRunIT {
  private static final int SECONDS_TO_WAIT = 120;

  @TempDir private Path folder;
  private Path archive;
  private Path output;
  private Path err;

  @BeforeEach
  void smallArchive() throws IOException {
    archive = folder.resolve("small.zip");
    ArchiveGenerator.of(ArchiveSize.SMALL).writeTo(archive);
    output = folder.resolve("out");
    err = folder.resolve("err");
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void aSignalEndsARunWithAWordAndTheNextOneClearsUp(String signal, int exitCode) throws Exception {
    Process run = start("exec \"$@\"");
    while (run.isAlive() && !Files.exists(output.resolve(RunLog.FILE))) {
      Thread.sleep(5);
    }
    String pid = String.valueOf(run.pid());
    assertThat(new ProcessBuilder("kill", "-s", signal, pid).start().waitFor(), is(0));

    assertThat(run.waitFor(SECONDS_TO_WAIT, SECONDS), is(true));
    assertThat(run.exitValue(), is(exitCode));
    assertThat(
        said(),
        contains(
            "spillway: interrupted: the run is incomplete; the next one clears away its files"));
    assertThat(Files.exists(output.resolve("_SUCCESS")), is(false));

    CommandRun.of(arguments("--userModulus=5")).succeeds();
    CommandRun.of("verify", output.toString()).succeeds();
    assertThat(Files.exists(output.resolve(".spillway-staging")), is(false));
  }

  @Test
  void aFullDiskIsALineAndTheEarlierResultStays() throws Exception {
    assumeTrue(
        new ProcessBuilder("unshare", "-rm", "true").start().waitFor() == 0,
        "a disk of its own can be made");
    Files.createDirectories(output);
    Path before = folder.resolve("before");
    Path after = folder.resolve("after");
    // A disk with room for one result, but not for two.
    String script =
        """
        exec unshare -rm bash -c '
        cd "$0" && mount -t tmpfs -o size=2500k tmpfs out && cd out || exit 77
        list() { find . -type f ! -name spillway.log -exec sha256sum {} + | sort; }
        "$@" --userModulus=5 || exit 78
        list >../before
        "$@" --userModulus=1 --overwrite 2>../err
        code=$?
        list >../after
        exit $code' %s "$@"
        """
            .formatted(folder);
    Process run = start(script);

    assertThat(run.waitFor(SECONDS_TO_WAIT, SECONDS), is(true));
    assertThat(said().toString(), run.exitValue(), is(ExitCodes.FAULT));
    assertThat(
        said(),
        contains(
            allOf(
                startsWith(
                    "spillway: failed, and nothing was published: cannot write "
                        + output.resolve(".spillway-staging")),
                endsWith(
                    ": No space left on device; make room there, or choose another --output; the"
                        + " log is "
                        + output.resolve(RunLog.FILE)))));
    assertThat(Files.readString(before), containsString("  ./_SUCCESS\n"));
    assertThat(Files.readString(after), is(Files.readString(before)));
  }

  private Process start(String script, String... further) throws IOException {
    return new ProcessBuilder(
            Stream.concat(
                    Stream.of("bash", "-c", script, "bash"),
                    CommandProcess.words(folder, arguments(further)).stream())
                .toList())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(err.toFile())
        .start();
  }

  private List<String> said() throws IOException {
    return CommandProcess.withoutLogging(Files.readAllLines(err));
  }

  private String[] arguments(String... further) {
    return Stream.concat(
            Stream.of(
                "prepare", "--input=" + archive, "--output=" + output, "--failOn=never", "--quiet"),
            Stream.of(further))
        .toArray(String[]::new);
  }
}
