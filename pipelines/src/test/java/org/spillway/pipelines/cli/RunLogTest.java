package org.spillway.pipelines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.testing.CrashingRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.ZipFixture;
import org.spillway.transforms.write.OutputFolder;
import org.spillway.transforms.write.Staging;

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
    CommandRun run = prepare("--userModulus=2", "--runner=" + CrashingRunner.class.getName());

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
  void aFaultAfterTheResultIsPublishedDoesNotDenyIt() throws IOException {
    CommandRun run = prepare("--userModulus=2", "--runner=" + LosingRunner.class.getName());

    assertThat(run.err(), run.exitCode(), is(ExitCodes.FAULT));
    assertThat(
        run.err().lines().toList(),
        contains(
            "spillway: failed, but only after it had published: the results in "
                + output
                + "/ are whole: IllegalStateException: lost contact; the log is "
                + output.resolve(RunLog.FILE)));
    assertThat(CommandRun.of("verify", output.toString()).succeeds().err(), is(""));
    assertThat(namesIn(output), not(hasItem(Staging.FOLDER)));
  }

  /** Runs a pipeline to its end, and loses it then. */
  static final class LosingRunner extends PipelineRunner<PipelineResult> {
    private final PipelineRunner<?> runner;

    private LosingRunner(PipelineRunner<?> runner) {
      this.runner = runner;
    }

    @SuppressWarnings("unused") // Beam calls it.
    public static LosingRunner fromOptions(PipelineOptions options) {
      return new LosingRunner(DirectRunner.fromOptions(options));
    }

    @Override
    public PipelineResult run(Pipeline pipeline) {
      runner.run(pipeline).waitUntilFinish();
      throw new IllegalStateException("lost contact");
    }
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

  @Test
  void aLinkAtTheLogsPlaceIsReplacedAndNotFollowed() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "precious");
    Files.createDirectories(output);
    Files.createSymbolicLink(output.resolve(RunLog.FILE), precious);

    prepare("--userModulus=2").succeeds();

    assertThat(Files.readString(precious), is("precious"));
    assertThat(Files.isSymbolicLink(output.resolve(RunLog.FILE)), is(false));
    assertThat(log(), containsString(" parameter userModulus = 2"));
  }

  @Test
  void aLogThatCannotBeWrittenLeavesNoStagingFolder() throws IOException {
    Path taken = output.resolve(RunLog.FILE);
    Files.createDirectories(taken.resolve("by a folder"));

    CommandRun run = prepare("--userModulus=2");

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(
        run.err().lines().toList(),
        contains(
            "spillway: Not a file but a folder: "
                + taken
                + "; move it away or choose another --output; see ./spillway prepare --help"));
    assertThat(namesIn(output), contains(RunLog.FILE));
  }

  @Test
  void nothingIsBesideTheLogWhileARunLasts() throws IOException {
    Staging staging = OutputFolder.begin(output.toString(), false);
    RunLog.open(staging);

    assertThat(namesIn(output), containsInAnyOrder(Staging.FOLDER, RunLog.FILE));
    RunLog.close();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aLogOnAFullDiskSaysNothingOnTheTerminal() {
    PrintStream terminal = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      RunLog.open(Path.of("/dev/full"));
      RunLog.failure(new IllegalStateException("of no interest"));
      RunLog.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    } finally {
      System.setErr(terminal);
    }
    assertThat(said.toString(UTF_8), is(""));
  }

  @Test
  void theLogHasNoRowsOfTheInput() throws IOException {
    String rows = "1,1,4.0,1000000000\n".repeat(2000);
    archive =
        ZipFixture.of(
                FixtureEntry.of(
                    "ratings.csv",
                    "userId,movieId,rating,timestamp\n" + rows + "1,1,4.0,1000000007,sesame\n"),
                FixtureEntry.of("movies.csv", "movieId,title,genres\n1,Sesame (1999),Drama\n"),
                FixtureEntry.of("tags.csv", "userId,movieId,tag,timestamp\n1,1,sesame,5\n"),
                FixtureEntry.of("links.csv", "movieId,imdbId,tmdbId\n1,1,1\n"))
            .writeTo(folder.resolve("rejecting.zip"));

    prepare("--userModulus=1", "--failOn=never").succeeds();

    assertThat(Files.readString(output.resolve("rejected/ratings.csv")), containsString("sesame"));
    assertThat(log().toLowerCase(Locale.ROOT), not(containsString("sesame")));
    assertThat(log(), not(containsString("1000000000")));

    prepare("--userModulus=1", "--maxRejectedShare=0", "--overwrite");

    assertThat(log(), containsString("INPUT-031"));
    assertThat(log().toLowerCase(Locale.ROOT), not(containsString("sesame")));
    assertThat(log(), not(containsString("1000000007")));
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
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
