package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.transforms.write.PublicationTest.Run;

class OutputFolderTest {
  @TempDir Path temporary;
  private Path output;

  @BeforeEach
  void nameOutput() {
    output = temporary.resolve("some/out");
  }

  @Test
  void createsTheFolder() throws IOException {
    Staging staging = OutputFolder.begin(output.toString(), false);

    assertThat(staging.output().toString(), is(output + "/"));
    assertThat(Files.isDirectory(Path.of(staging.folder().toString())), is(true));
  }

  @Test
  void nobodyElseCanLookIntoTheStagingFolder() throws IOException {
    Staging staging = OutputFolder.begin(output.toString(), false);

    for (String folder : new String[] {staging.root().toString(), staging.folder().toString()}) {
      assertThat(
          PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(folder))),
          is("rwx------"));
    }
  }

  @Test
  void norIntoOneThatAJobMakesWhichIsBegunAnewAfterItHasPublished() throws IOException {
    Staging staging = OutputFolder.begin(output.toString(), false);
    staging.delete();

    StagedFile.write(staging, "report.html", new byte[] {1}, 0, "");

    for (String folder : new String[] {staging.root().toString(), staging.folder().toString()}) {
      assertThat(
          PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(folder))),
          is("rwx------"));
    }
  }

  @Test
  void takesAFolderWithOtherThings() throws IOException {
    FileTree.write(output.resolve("README.md"), "mine");
    FileTree.write(output.resolve("data/raw.csv"), "mine");

    OutputFolder.abandon(OutputFolder.begin(output.toString(), false));

    assertThat(FileTree.of(output), is(Map.of("README.md", "mine", "data/raw.csv", "mine")));
    assertThat(Files.exists(output.resolve(Staging.FOLDER)), is(false));
  }

  @Test
  void refusesAFile() throws IOException {
    FileTree.write(output, "a file");

    assertThat(
        refusal(false),
        is("output must be a folder, but is a file: " + output + "/; choose another --output"));
  }

  @Test
  void refusesAFolderInAFile() throws IOException {
    FileTree.write(output.getParent(), "a file");

    assertThat(
        refusal(false),
        startsWith("output must be a folder that can be written, but " + output + "/ can not: "));
  }

  @Test
  void refusesAPatternAndAnUnknownFileSystem() {
    output = Path.of("/data/out[1]");
    assertThat(
        refusal(false),
        is(
            "output must be a folder that can be written, but /data/out[1] can not: output must not"
                + " contain any of * ? [ ] { }, but was: /data/out[1]; choose another --output"));

    OutputFolderException refused =
        assertThrows(
            OutputFolderException.class, () -> OutputFolder.begin("nosuch://bucket/out", false));
    assertThat(
        refused.getMessage(),
        startsWith(
            "output must be a folder that can be written, but nosuch://bucket/out can not: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_SUCCESS",
        "manifest.json",
        "processed/movielens_interference_items.parquet",
        "writeup/tables/genre_summary.csv",
        "writeup/figures/01_rating_distribution.png",
        "rejected/ratings.csv",
        "report.html"
      })
  void refusesAFolderWithResults(String path) throws IOException {
    FileTree.write(output.resolve(path), "earlier");

    assertThat(
        refusal(false),
        is(
            "output must be a folder without results, but there is "
                + output.resolve(path)
                + "; give --overwrite to replace them or choose another --output"));
    assertThat(FileTree.of(output), is(Map.of(path, "earlier")));
  }

  @Test
  void overwritingTouchesNothingYet() throws IOException {
    new Run(Staging.of(output.toString(), "old"), Map.of("processed/a.csv", "old")).publish();
    Map<String, String> before = FileTree.of(output);

    Staging staging = OutputFolder.begin(output.toString(), true);
    OutputFolder.abandon(staging);

    assertThat(FileTree.of(output), is(before));
  }

  @Test
  void refusesToOverwriteWhatIsNotOurs() throws IOException {
    FileTree.write(output.resolve("manifest.json"), "{\"icons\": []}");

    String refusal = refusal(true);

    assertThat(
        refusal, startsWith(output + "/manifest.json must be a manifest of Spillway, but is "));
    assertThat(refusal, containsString("; move the folder away or choose another --output"));
  }

  @Test
  void clearsAwayARunThatDiedBeforeItPublished() throws IOException {
    Staging dead = OutputFolder.begin(output.toString(), false);
    StagedFile.write(dead, "processed/a.csv", new byte[100], 1, "");

    Staging staging = OutputFolder.begin(output.toString(), false);

    assertThat(Files.exists(Path.of(dead.folder().toString())), is(false));
    assertThat(Files.exists(Path.of(staging.folder().toString())), is(true));
  }

  @Test
  void clearsAwayAnEmptyFolderOfADeadRun() throws IOException {
    Path dead = output.resolve(Staging.FOLDER).resolve("dead");
    Files.createDirectories(dead);

    OutputFolder.begin(output.toString(), false);

    assertThat(Files.exists(dead), is(false));
  }

  @Test
  void aTornJournalIsThatOfAPublicationThatNeverBegan() throws IOException {
    Staging dead = OutputFolder.begin(output.toString(), false);
    FileTree.write(Path.of(dead.file(Replacement.JOURNAL) + ".part"), "{ torn");

    OutputFolder.abandon(OutputFolder.begin(output.toString(), false));

    assertThat(FileTree.of(output), is(Map.of()));
  }

  @Test
  void abandoningARunKeepsAResultThatIsWhole() throws IOException {
    Staging staging = OutputFolder.begin(output.toString(), false);
    new Run(staging, Map.of("processed/a.csv", "a")).publish();
    Map<String, String> published = FileTree.of(output);

    OutputFolder.abandon(staging);

    assertThat(FileTree.of(output), is(published));
  }

  @Test
  void refusesToShareTheFolderWithARunThatIsAlive() throws Exception {
    Staging other = OutputFolder.begin(output.toString(), false);
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      Path owner = Path.of(other.folder().toString(), "owner");
      Files.writeString(owner, RunningProcess.of(process.toHandle()).toString());

      assertThat(
          refusal(true),
          is(
              "output must not be written to by two runs at once, but process "
                  + process.pid()
                  + " writes to "
                  + output
                  + "/; wait for it, or choose another --output"));
      assertThat(Files.exists(owner), is(true));
    } finally {
      process.destroyForcibly().waitFor();
    }
    OutputFolder.begin(output.toString(), true);
    assertThat(Files.exists(Path.of(other.folder().toString())), is(false));
  }

  @Test
  void refusesAStagingFolderThatIsALinkElsewhere(@TempDir Path elsewhere) throws IOException {
    Files.createDirectories(output);
    Files.createSymbolicLink(output.resolve(Staging.FOLDER), elsewhere);

    assertThat(refusal(false), startsWith("outputs must stay in " + output + "/, but "));
  }

  @Test
  void aLinkAmongTheRunsIsNoDeadRun(@TempDir Path elsewhere) throws IOException {
    FileTree.write(elsewhere.resolve("precious"), "precious");
    Path link = output.resolve(Staging.FOLDER).resolve("x");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, elsewhere);

    OutputFolder.abandon(OutputFolder.begin(output.toString(), false));

    assertThat(FileTree.of(elsewhere), is(Map.of("precious", "precious")));
    assertThat(Files.isSymbolicLink(link), is(true));
  }

  @Test
  void aLinkInADeadRunIsRemovedAndNotFollowed(@TempDir Path elsewhere) throws IOException {
    FileTree.write(elsewhere.resolve("precious"), "precious");
    Staging dead = OutputFolder.begin(output.toString(), false);
    Path link = Path.of(dead.folder().toString(), "x");
    Files.createSymbolicLink(link, elsewhere);

    OutputFolder.abandon(OutputFolder.begin(output.toString(), false));

    assertThat(FileTree.of(elsewhere), is(Map.of("precious", "precious")));
    assertThat(Files.exists(Path.of(dead.folder().toString())), is(false));
  }

  @Test
  void nothingIsMadeBehindALinkedStagingFolder(@TempDir Path elsewhere) throws IOException {
    Files.createDirectories(output);
    Files.createSymbolicLink(output.resolve(Staging.FOLDER), elsewhere);

    refusal(false);

    try (var made = Files.list(elsewhere)) {
      assertThat(made.toList(), is(List.of()));
    }
  }

  @Test
  void aDanglingLinkIsAResultThatIsThere() throws IOException {
    Files.createDirectories(output);
    Files.createSymbolicLink(output.resolve("_SUCCESS"), temporary.resolve("nowhere"));

    assertThat(refusal(false), startsWith("output must be a folder without results, but there is"));
  }

  @Test
  void aWiderStagingFolderIsClosedToOthers() throws IOException {
    Path root = output.resolve(Staging.FOLDER);
    Files.createDirectories(root);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));

    OutputFolder.begin(output.toString(), false);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)), is("rwx------"));
  }

  @Test
  void refusesAResultFolderThatIsALinkElsewhere(@TempDir Path elsewhere) throws IOException {
    Files.createDirectories(output);
    Files.createSymbolicLink(output.resolve("processed"), elsewhere);

    assertThat(refusal(true), startsWith("outputs must stay in " + output + "/, but "));
  }

  @Test
  void refusesAFileWhereAResultFolderGoes() throws IOException {
    FileTree.write(output.resolve("writeup"), "a file");

    assertThat(
        refusal(false),
        is(
            "outputs need a folder at "
                + output.resolve("writeup")
                + ", but it is a file; move it away or choose another --output"));
    assertThat(FileTree.of(output), is(Map.of("writeup", "a file")));
  }

  @Test
  void refusesAFolderWhereAResultGoes() throws IOException {
    Files.createDirectories(output.resolve("report.html"));

    assertThat(
        refusal(true),
        is(
            "outputs need a file at "
                + output.resolve("report.html")
                + ", but it is a folder; move it away or choose another --output"));
  }

  @Test
  void aRefusalLeavesNoFolderBehind() throws IOException {
    FileTree.write(output.resolve("manifest.json"), "{}");

    refusal(true);

    assertThat(Files.exists(output.resolve(Staging.FOLDER)), is(false));
  }

  private String refusal(boolean overwrite) {
    return assertThrows(
            OutputFolderException.class, () -> OutputFolder.begin(output.toString(), overwrite))
        .getMessage();
  }
}
