package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.OutputFile;

class PublicationTest {
  @TempDir Path folder;
  private Staging staging;

  @BeforeEach
  void stage() {
    staging = Staging.of(folder.toString(), "new");
  }

  @Test
  void movesEveryFileAndEndsWithSuccess() throws IOException {
    Run run = new Run(staging, Map.of("a/x.csv", "new x", "b.csv", "new b"));
    run.publish();

    assertThat(
        FileTree.of(folder),
        is(
            Map.of(
                "a/x.csv", "new x",
                "b.csv", "new b",
                "manifest.json", run.manifest.toJson(),
                "_SUCCESS", "")));
    assertThat(Files.exists(folder.resolve(Staging.FOLDER)), is(false));
  }

  @Test
  void replacesAnEarlierResultWithoutARest() throws IOException {
    earlier(Map.of("a/x.csv", "old x", "a/y.csv", "old y", "z.csv", "old z"));
    FileTree.write(folder.resolve("a/notes.txt"), "somebody's own");
    Run run = new Run(staging, Map.of("a/x.csv", "new x", "b.csv", "new b"));
    run.publish();

    assertThat(
        FileTree.of(folder),
        is(
            Map.of(
                "a/x.csv", "new x",
                "a/notes.txt", "somebody's own",
                "b.csv", "new b",
                "manifest.json", run.manifest.toJson(),
                "_SUCCESS", "")));
  }

  @Test
  void publishingAgainChangesNothing() throws IOException {
    Run run = new Run(staging, Map.of("a/x.csv", "new x"));
    run.publish();
    Map<String, String> published = FileTree.of(folder);
    run.publish();

    assertThat(FileTree.of(folder), is(published));
  }

  @Test
  void aJobThatIsBegunAnewAfterItHasPublishedPublishesTheSame() throws IOException {
    new Run(staging, Map.of("a/x.csv", "new x")).publish();
    Map<String, String> published = FileTree.of(folder);
    new Run(staging, Map.of("a/x.csv", "new x")).publish();

    assertThat(FileTree.of(folder), is(published));
  }

  @Test
  void goesOnWhereItBrokeOff() throws IOException {
    earlier(Map.of("a/x.csv", "old x", "old.csv", "old"));
    Run run = new Run(staging, Map.of("a/x.csv", "new x", "b.csv", "new b"));
    run.breakOffAfter(6);
    run.publish();

    assertThat(
        FileTree.of(folder),
        is(
            Map.of(
                "a/x.csv", "new x",
                "b.csv", "new b",
                "manifest.json", run.manifest.toJson(),
                "_SUCCESS", "")));
  }

  @Test
  void leavesAnEarlierResultWholeIfAFileIsMissing() throws IOException {
    earlier(Map.of("a/x.csv", "old x"));
    Map<String, String> before = FileTree.of(folder);
    Run run = new Run(staging, Map.of("a/x.csv", "new x"));
    Path staged = Path.of(run.files.get(0).stagedAt());
    Files.delete(staged);

    assertThat(
        run.refusal(), is("expected 5 bytes of a/x.csv at " + staged + ", but found no file"));
    assertThat(FileTree.of(folder), is(before));
  }

  @Test
  void anEarlierFileIsNotTakenForAMovedOne() throws IOException {
    earlier(Map.of("a/x.csv", "same!"));
    Run run = new Run(staging, Map.of("a/x.csv", "same?"));
    Files.delete(Path.of(run.files.get(0).stagedAt()));

    assertThat(run.refusal(), endsWith("but found no file"));
  }

  @Test
  void refusesAFileThatIsNotAsItWasWritten() throws IOException {
    Run run = new Run(staging, Map.of("a/x.csv", "new x"));
    Path staged = Path.of(run.files.get(0).stagedAt());
    Files.writeString(staged, "torn");

    assertThat(
        run.refusal(), is("expected 5 bytes of a/x.csv at " + staged + ", but found 4 bytes"));
    assertThat(Files.exists(folder.resolve("_SUCCESS")), is(false));
  }

  @Test
  void refusesToFollowALinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(folder.resolve("a"), elsewhere);
    Run run = new Run(staging, Map.of("a/x.csv", "new x"));

    assertThat(
        run.refusal(),
        startsWith(
            "outputs must stay in "
                + folder
                + "/, but "
                + folder.resolve("a")
                + " is a link to "
                + elsewhere.toRealPath()));
    assertThat(FileTree.of(elsewhere), is(Map.of()));
  }

  @Test
  void replacesALinkInsteadOfWritingThroughIt(@TempDir Path elsewhere) throws IOException {
    FileTree.write(elsewhere.resolve("precious"), "precious");
    Files.createSymbolicLink(folder.resolve("x.csv"), elsewhere.resolve("precious"));
    new Run(staging, Map.of("x.csv", "new x")).publish();

    assertThat(FileTree.of(elsewhere), is(Map.of("precious", "precious")));
    assertThat(Files.readString(folder.resolve("x.csv")), is("new x"));
    assertThat(Files.isSymbolicLink(folder.resolve("x.csv")), is(false));
  }

  @Test
  void aDanglingSuccessIsReplacedToo(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(folder.resolve("_SUCCESS"), elsewhere.resolve("f"));
    new Run(staging, Map.of("x.csv", "new x")).publish();

    assertThat(FileTree.of(elsewhere), is(Map.of()));
    assertThat(Files.isRegularFile(folder.resolve("_SUCCESS"), NOFOLLOW_LINKS), is(true));
  }

  /** An earlier run's result, in place. */
  private void earlier(Map<String, String> contents) throws IOException {
    new Run(Staging.of(folder.toString(), "old"), contents).publish();
  }

  /** A run that has staged files with these contents by path. */
  static final class Run {
    final List<OutputFile> files;
    final Manifest manifest;
    private final Staging staging;

    Run(Staging staging, Map<String, String> contents) throws IOException {
      this.staging = staging;
      files = new java.util.ArrayList<>();
      for (Map.Entry<String, String> file : new TreeMap<>(contents).entrySet()) {
        files.add(
            StagedFile.write(staging, file.getKey(), file.getValue().getBytes(UTF_8), 1, "a,b"));
      }
      manifest =
          new Manifest(
              "1",
              "2",
              List.of(),
              List.of(),
              new TreeMap<>(),
              List.of(),
              files.stream().map(PublishedFile::of).toList());
    }

    Staging staging() {
      return staging;
    }

    void publish() throws IOException {
      new Publication(staging, manifest, files).run();
    }

    String refusal() {
      return assertThrows(IOException.class, this::publish).getMessage();
    }

    /** Whether the publication broke off at this change to files, counted from 0. */
    boolean breakOffAfter(int changes) throws IOException {
      try {
        new Publication(staging, manifest, files, new BrokenOffChanges(changes)).run();
        return false;
      } catch (BrokenOffChanges.BrokenOff e) {
        return true;
      }
    }
  }
}
