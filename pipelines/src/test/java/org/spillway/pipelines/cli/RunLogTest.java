package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says on the terminal, in its log, and by its exit code. */
class RunLogTest {
  @TempDir private Path folder;
  private Path archive;
  private Path output;

  @BeforeEach
  void tinyArchive() throws IOException {
    archive = CommandRun.tinyArchive(folder);
    output = folder.resolve("out");
  }

  @Test
  void theLogHasTheParameters() throws IOException {
    CommandRun run = prepare("--userModulus=2", "--slateSize=4").succeeds();

    assertThat(run.err(), is(""));
    List<String> parameters =
        log()
            .lines()
            .filter(line -> line.contains(" parameter "))
            .map(line -> line.replaceFirst(".* parameter ", ""))
            .toList();
    assertThat(
        parameters,
        contains(
            "likedThreshold = 4.0",
            "maxRejectedShare = 0.001",
            "maxSeedUsers = 3000",
            "minUserRatings = 20",
            "ratingsShards = 1",
            "recentPoolSize = 50",
            "slateSize = 4",
            "tagSampleRows = 300000",
            "userModulus = 2",
            "userRemainder = 0"));
  }

  @Test
  void theLogHasTheTimeInEachStep() throws IOException {
    prepare("--userModulus=2").succeeds();

    List<String> times = log().lines().filter(line -> line.contains("time in steps")).toList();
    String seconds = " [0-9]+\\.[0-9]{2} s";
    assertThat(
        times,
        contains(
            matchesPattern(
                ".* INFO org\\.spillway: time in steps: ([A-Za-z]+"
                    + seconds
                    + "[,;] )+start-up"
                    + seconds
                    + ", whole run"
                    + seconds)));
    for (String step : List.of("ReadRatings", "ComputeItemFeatures", "PublishOutputs")) {
      assertThat(times.get(0), containsString(" " + step + " "));
    }
  }

  @Test
  void aFaultIsALineOnTheTerminalAndAStackTraceInTheLog() throws IOException {
    Files.createDirectories(output);
    Files.writeString(output.resolve("writeup"), "a file where the run needs a folder");

    CommandRun run = prepare("--userModulus=2");

    assertThat(run.err(), run.exitCode(), is(ExitCodes.FAULT));
    assertThat(run.out(), is(""));
    assertThat(
        run.err().lines().toList(),
        contains(
            allOf(
                startsWith("spillway: failed, and nothing was published: "),
                endsWith("; the log is " + output.resolve(RunLog.FILE)))));
    assertThat(log(), containsString(" SEVERE org.spillway: the run has failed\n"));
    assertThat(log(), containsString("\n    at org.spillway."));
  }

  @Test
  void quietSaysNothingButTheSummary() {
    CommandRun run = prepare("--userModulus=2", "--quiet").succeeds();

    assertThat(run.err(), is(""));
    assertThat(run.out(), startsWith("Readiness\n"));
  }

  @Test
  void aFailedCheckOfSeverityErrorIsExitCodeThree() throws IOException {
    CommandRun run = prepare("--userModulus=1000000");

    assertThat(run.err(), run.exitCode(), is(ExitCodes.NOT_READY));
    assertThat(
        run.out(),
        matchesPattern(
            Pattern.compile(
                ".*\n  error +ratings_sample_rows: 0, should be at least 1\n.*", Pattern.DOTALL)));
    assertThat(Files.exists(output.resolve("_SUCCESS")), is(true));
  }

  @Test
  void unlessTheUserWantsItOtherwise() {
    prepare("--userModulus=1000000", "--failOn=never").succeeds();
  }

  @Test
  void aWarningCountsWhenTheUserSaysSo() {
    CommandRun strict = prepare("--userModulus=32", "--failOn=warning");
    assertThat(strict.out(), strict.exitCode(), is(ExitCodes.NOT_READY));

    prepare("--userModulus=32", "--overwrite").succeeds();
  }

  private CommandRun prepare(String... further) {
    String[] args = new String[further.length + 3];
    args[0] = "prepare";
    args[1] = "--input=" + archive;
    args[2] = "--output=" + output;
    System.arraycopy(further, 0, args, 3, further.length);
    return CommandRun.of(args);
  }

  private String log() throws IOException {
    return Files.readString(output.resolve(RunLog.FILE));
  }
}
