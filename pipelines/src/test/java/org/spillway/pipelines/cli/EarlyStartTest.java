package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.pipelines.setup.SetupConfig;
import org.spillway.pipelines.setup.SetupOptions;
import org.spillway.transforms.read.ReadProgress;
import org.spillway.transforms.write.Manifest;

@Timeout(120)
class EarlyStartTest {
  @TempDir private Path folder;

  /** Looks at what is being read when Beam's options are about to be made. */
  private static final class LookingDefaults implements RunnerDefaults {
    private final boolean isInThisProcess;
    private final List<ReadProgress> reads = new ArrayList<>();
    private String askedAbout = "nobody asked";

    LookingDefaults(boolean isInThisProcess) {
      this.isInThisProcess = isInThisProcess;
    }

    @Override
    public boolean runsInThisProcess(String runner) {
      if (askedAbout.equals("nobody asked")) {
        askedAbout = runner;
      }
      return isInThisProcess;
    }

    @Override
    public List<String> arguments(String runner) {
      while (isInThisProcess && ReadProgress.all().isEmpty()) {
        Thread.onSpinWait();
      }
      reads.addAll(ReadProgress.all());
      return List.of();
    }
  }

  @AfterEach
  void forgetReads() {
    ReadProgress.clear();
  }

  @Test
  void aLocalArchiveIsReadBeforeBeamsOptionsAreMade() throws IOException {
    LookingDefaults defaults = new LookingDefaults(true);
    Path archive = CommandRun.tinyArchive(folder);

    assertThat(run(defaults, archive, "early"), is(""));
    assertThat(run(new LookingDefaults(false), archive, "late"), is(""));

    assertThat(defaults.reads.get(0).entry(), containsString("ratings.csv"));
    assertThat(
        Files.readString(folder.resolve("early").resolve(Manifest.FILE)),
        is(Files.readString(folder.resolve("late").resolve(Manifest.FILE))));
  }

  @Test
  void nothingIsReadEarlyForARunnerElsewhere() throws IOException {
    LookingDefaults defaults = new LookingDefaults(false);

    run(defaults, CommandRun.tinyArchive(folder), "out", "--runner", "DirectRunner");

    assertThat(defaults.askedAbout, is("DirectRunner"));
    assertThat(defaults.reads, is(empty()));
  }

  @Test
  void aReadOfWhatIsRefusedLaterEndsWithTheCommand() throws IOException {
    LookingDefaults defaults = new LookingDefaults(true);

    String said = run(defaults, CommandRun.tinyArchive(folder), "out", "--noSuchOption=1");

    assertThat(said, containsString("Unknown option: --noSuchOption"));
    assertThat(defaults.reads, is(not(empty())));
    Set<Thread> threads = Thread.getAllStackTraces().keySet();
    assertThat(
        threads.stream().filter(t -> t.getName().equals("early-read")).toList(), is(empty()));
  }

  @Test
  void theOptionsArePreviewedAsBeamMakesThem() {
    previewsWhatBeamMakes(Map.of("input", "a.zip", "output", "out"));
    previewsWhatBeamMakes(
        Map.of(
            "input",
            "a.zip",
            "output",
            "out",
            "userModulus",
            7,
            "maxRejectedShare",
            0.5,
            "maxEntryBytes",
            1L << 40,
            "overwrite",
            true,
            "failOn",
            "never"));
  }

  private static void previewsWhatBeamMakes(Map<String, Object> given) {
    SetupOptions made = BeamArguments.of(given, List.of()).toOptions(runner -> List.of());
    assertThat(
        SetupConfig.of(BeamOptions.preview(SetupOptions.class, given)), is(SetupConfig.of(made)));
  }

  private String run(RunnerDefaults defaults, Path archive, String output, String... further) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "prepare", "--quiet", "--input=" + archive, "--output=" + folder.resolve(output)));
    arguments.addAll(Arrays.asList(further));
    StringWriter err = new StringWriter();
    SpillwayCommand.commandLine(defaults)
        .setOut(new PrintWriter(new StringWriter(), true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
    return err.toString();
  }
}
