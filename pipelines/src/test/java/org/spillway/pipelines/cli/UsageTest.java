package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.pipelines.setup.SetupOptions;

/** A command that was typed wrongly ends with one line and exit code 2. */
class UsageTest {
  private static final String PREPARE_HELP = "; see ./spillway prepare --help";

  @TempDir private Path folder;

  @Test
  void noCommand() {
    CommandRun.of().isRefused("No command given; see ./spillway --help");
  }

  @Test
  void unknownCommand() {
    CommandRun.of("prepair").isRefused("Unknown command: prepair; see ./spillway --help");
  }

  @Test
  void strayArgument() {
    CommandRun.of("inspect", "a.zip", "b.zip")
        .isRefused("Unknown argument: b.zip; see ./spillway inspect --help");
  }

  @Test
  void strayArgumentOfPrepare() {
    prepare("a.zip").isRefused("Unknown argument: a.zip" + PREPARE_HELP);
  }

  @Test
  void unknownOption() {
    CommandRun.of("generate", "--output=a.zip", "--sized=tiny")
        .isRefused("Unknown option: '--sized=tiny'; see ./spillway generate --help");
  }

  @Test
  void unknownOptionOfPrepare() {
    prepare("--userModulo=5").isRefused("Unknown option: --userModulo" + PREPARE_HELP);
  }

  @Test
  void unknownRunner() {
    CommandRun run = prepare("--runner=NoRunner");

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(run.err().lines().count(), is(1L));
    assertThat(run.err(), run.err().contains("NoRunner"), is(true));
  }

  @Test
  void beamOptionOfTheWrongType() {
    CommandRun run = prepare("--targetParallelism=many");

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(run.err().lines().count(), is(1L));
    assertThat(run.err(), run.err().contains("many"), is(true));
  }

  @Test
  void missingOptions() {
    CommandRun.of("prepare", "--input=a.zip")
        .isRefused("Missing required option: '--output=DIR'" + PREPARE_HELP);
    CommandRun.of("prepare")
        .isRefused("Missing required options: '--input=ZIP', '--output=DIR'" + PREPARE_HELP);
    CommandRun.of("generate")
        .isRefused("Missing required option: '--output=FILE.zip'; see ./spillway generate --help");
    CommandRun.of("inspect")
        .isRefused("Missing required parameter: 'ZIP'; see ./spillway inspect --help");
  }

  @ParameterizedTest
  @CsvSource({
    "--userModulus=five, 'Invalid value for option ''--userModulus'': ''five'' is not an int'",
    "--userModulus=2.5, 'Invalid value for option ''--userModulus'': ''2.5'' is not an int'",
    "--likedThreshold=x, 'Invalid value for option ''--likedThreshold'': ''x'' is not a double'",
    "--overwrite=si, 'Invalid value for option ''--overwrite'': ''si'' is not a boolean'",
    "--userModulus=0, 'userModulus must be at least 1, but was: 0'",
    "--userRemainder=50, 'userRemainder must be from 0 to userModulus - 1 = 49, but was: 50'",
    "--likedThreshold=4.2, 'likedThreshold must be one of 0.5, 1.0, ... 5.0 stars, but was: 4.2'",
    "--slateSize=51, 'recentPoolSize must be at least slateSize = 51, but was: 50'",
    "--maxRejectedShare=NaN, 'maxRejectedShare must be from 0 to 1, but was: NaN'",
  })
  void value(String option, String line) {
    prepare(option).isRefused(line + PREPARE_HELP);
  }

  @Test
  void missingInput() {
    String input = folder.resolve("absent.zip").toString();

    CommandRun.of("prepare", "--input=" + input, "--output=" + folder.resolve("out"))
        .isRefused("There is no file " + input + PREPARE_HELP);
    CommandRun.of("inspect", input)
        .isRefused("There is no file " + input + "; see ./spillway inspect --help");
    assertThat(Files.exists(folder.resolve("out")), is(false));
  }

  @Test
  void inputIsAFolder() {
    CommandRun.of("prepare", "--input=" + folder, "--output=" + folder.resolve("out"))
        .isRefused("Not a file but a folder: " + folder + PREPARE_HELP);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void inputIsAPipe() throws Exception {
    String pipe = folder.resolve("pipe").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor(), is(0));
    for (String input : List.of(pipe, "file://" + pipe, "/dev/zero")) {
      CommandRun.of("prepare", "--input=" + input, "--output=" + folder.resolve("out"))
          .isRefused(
              "Not a file but a pipe or a device: " + input + "; save it as a file" + PREPARE_HELP);
    }
    assertThat(Files.exists(folder.resolve("out")), is(false));
  }

  @Test
  void inputIsThereTwiceOrMatchesNothing() throws IOException {
    String input = CommandRun.tinyArchive(folder).toString();
    String pattern = folder + "/part-*.zip";
    String output = "--output=" + folder.resolve("out");

    CommandRun.of("prepare", "--input=" + input + "," + input, output)
        .isRefused("An archive is given twice: " + input + "; give it once" + PREPARE_HELP);
    CommandRun.of("prepare", "--input=" + pattern, output)
        .isRefused("There is no file that matches " + pattern + PREPARE_HELP);
    CommandRun.of("prepare", "--input=,", output)
        .isRefused("The location of the input is empty" + PREPARE_HELP);
    assertThat(Files.exists(folder.resolve("out")), is(false));
  }

  @Test
  void inputIsEmpty() {
    CommandRun.of("prepare", "--input=", "--output=" + folder.resolve("out"))
        .isRefused("The location of the input is empty" + PREPARE_HELP);
  }

  @Test
  void inputOnAFileSystemThatIsNotThere() {
    CommandRun.of("inspect", "ftp://host/ml.zip")
        .isRefused(
            "Not a location that Beam knows: ftp://host/ml.zip; see ./spillway inspect --help");
  }

  @Test
  void outputIsAFile() throws IOException {
    Path input = CommandRun.tinyArchive(folder);
    Path file = Files.writeString(folder.resolve("file"), "kept");

    CommandRun.of("prepare", "--input=" + input, "--output=" + file)
        .isRefused(
            "output must be a folder, but is a file: " + file + "/; choose another --output");
    assertThat(Files.readString(file), is("kept"));
  }

  @Test
  void outputIsEmptyOrAPattern() throws IOException {
    Path input = CommandRun.tinyArchive(folder);

    CommandRun.of("prepare", "--input=" + input, "--output=")
        .isRefused(
            "output must be a folder that can be written, but  can not: output must name a folder,"
                + " but was empty; choose another --output");
    CommandRun.of("prepare", "--input=" + input, "--output=out*")
        .isRefused(
            "output must be a folder that can be written, but out* can not: output must not contain"
                + " any of * ? [ ] { }, but was: out*; choose another --output");
  }

  @Test
  void aBeamOptionWithItsValueApart() {
    assertThat(
        BeamArguments.of(
                Map.of("input", "a", "output", "b"),
                List.of("--tempLocation", "t", "--blockOnRun=false", "--jobName", "j"))
            .toOptions(runner -> List.of())
            .getTempLocation(),
        is("t"));
  }

  /** Options that Beam does not know by itself. */
  public interface RareOptions extends PipelineOptions {
    @Default.Integer(1)
    int getRareOption();

    void setRareOption(int rareOption);
  }

  @Test
  void furtherOptionsAreLookedForWhereOneIsUnknown() {
    RunnerDefaults defaults =
        new RunnerDefaults() {
          @Override
          public List<String> arguments(String runner) {
            return List.of();
          }

          @Override
          public List<Class<? extends PipelineOptions>> furtherOptions() {
            return List.of(RareOptions.class);
          }
        };
    Map<String, Object> ours = Map.of("input", "a", "output", "b");

    SetupOptions options = BeamArguments.of(ours, List.of("--rareOption=7")).toOptions(defaults);
    assertThat(options.as(RareOptions.class).getRareOption(), is(7));

    BeamArguments unknown = BeamArguments.of(ours, List.of("--noOption=7"));
    UsageException e = assertThrows(UsageException.class, () -> unknown.toOptions(defaults));
    assertThat(e.getMessage(), is("Unknown option: --noOption"));
  }

  @Test
  void aRunnersDefaultGivesWayToWhatWasTyped() {
    RunnerDefaults defaults = runner -> List.of("--partitions=8", "--ratingsShards=3");

    SetupOptions options =
        BeamArguments.of(Map.of("input", "a", "output", "b", "partitions", 2), List.of())
            .toOptions(defaults);

    assertThat(options.getPartitions(), is(2));
    assertThat(options.getRatingsShards(), is(3));
  }

  @Test
  void aRunnerIsToldAllThatWasTyped() {
    AtomicReference<Map<String, String>> told = new AtomicReference<>();
    RunnerDefaults defaults =
        new RunnerDefaults() {
          @Override
          public List<String> arguments(String runner) {
            throw new AssertionError("the other method is for those that need more");
          }

          @Override
          public List<String> arguments(Map<String, String> given) {
            told.set(given);
            return List.of();
          }
        };

    BeamArguments.of(
            Map.of("input", "a", "output", "b", "partitions", 2),
            List.of("--tempLocation", "t", "--blockOnRun"))
        .toOptions(defaults);

    assertThat(
        told.get(),
        is(
            Map.of(
                "input", "a",
                "output", "b",
                "partitions", "2",
                "tempLocation", "t",
                "blockOnRun", "",
                "jobName", "spillway-setup")));
  }

  @Test
  void whatARunnerRefusesIsBadUsage() {
    RunnerDefaults defaults =
        runner -> {
          throw new IllegalArgumentException("flinkMaster must answer");
        };

    BeamArguments arguments = BeamArguments.of(Map.of(), List.of());
    UsageException e = assertThrows(UsageException.class, () -> arguments.toOptions(defaults));
    assertThat(e.getMessage(), is("flinkMaster must answer"));
  }

  private CommandRun prepare(String argument) {
    return CommandRun.of(
        "prepare", "--input=absent.zip", "--output=" + folder.resolve("out"), argument);
  }
}
