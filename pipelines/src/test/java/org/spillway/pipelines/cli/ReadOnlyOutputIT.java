package org.spillway.pipelines.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs whose output is on a file system that is mounted read-only, which not even root can write
 * to. It is mounted for one process alone; where that is not allowed, the tests are skipped.
 */
@EnabledOnOs(OS.LINUX)
class ReadOnlyOutputIT {
  private static final int SECONDS_TO_WAIT = 120;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"disk", "disk/out"})
  void isRefusedBeforeAnyWork(String name) throws Exception {
    Path output = folder.resolve(name);
    Files.createDirectory(folder.resolve("disk"));

    prepareReadOnly(output);

    isRefused(output);
    assertThat(PublishedTree.of(folder.resolve("disk")), is(Map.of()));
  }

  @Test
  void anEarlierResultStays() throws Exception {
    Path output = folder.resolve("disk");
    CommandRun.of(arguments(CommandRun.tinyArchive(folder), output)).succeeds();
    Map<String, String> before = PublishedTree.of(output);

    prepareReadOnly(output, "--overwrite");

    isRefused(output);
    assertThat(PublishedTree.of(output), is(before));
  }

  /** The archive is none: that would be found out by the first who reads it. */
  private void prepareReadOnly(Path output, String... options) throws Exception {
    assumeTrue(
        run("mount --bind disk disk && mount -o remount,bind,ro disk && ! touch disk/file") == 0,
        "a read-only file system can be mounted for a process");
    Path archive = Files.writeString(folder.resolve("no.zip"), "no archive");
    String[] arguments =
        Stream.concat(Stream.of(arguments(archive, output)), Stream.of(options))
            .toArray(String[]::new);
    int exitCode =
        run(
            "mount --bind disk disk && mount -o remount,bind,ro disk && \"$@\"",
            CommandProcess.words(folder, arguments).toArray(String[]::new));
    assertThat(said(), exitCode, is(ExitCodes.BAD_USAGE));
  }

  /** Runs a script in a mount namespace of its own. */
  private int run(String script, String... words) throws Exception {
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            "unshare", "-rm", "--propagation=private", "bash", "-c", script, "-"),
                        Stream.of(words))
                    .toList())
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(SECONDS_TO_WAIT, SECONDS), is(true));
    return process.exitValue();
  }

  private void isRefused(Path output) throws IOException {
    assertThat(
        CommandProcess.withoutLogging(Files.readAllLines(folder.resolve("err"))),
        contains(
            "spillway: output must be a folder that can be written, but "
                + output
                + "/ can not: Read-only file system; choose another --output"));
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  private static String[] arguments(Path archive, Path output) {
    return new String[] {
      "prepare", "--input=" + archive, "--output=" + output, "--userModulus=2", "--failOn=never"
    };
  }
}
