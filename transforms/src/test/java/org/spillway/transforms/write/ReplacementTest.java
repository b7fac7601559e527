package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.transforms.write.PublicationTest.Run;

/** A publication that is killed, and its repair that is killed too, at each of their changes. */
class ReplacementTest {
  private static final Map<String, String> OLD =
      Map.of("processed/a.csv", "old a", "processed/b.csv", "old b", "rejected/r.csv", "old r");
  private static final Map<String, String> NEW =
      Map.of("processed/a.csv", "new a!", "writeup/t.csv", "new t", "writeup/tables/u.csv", "new");
  private static final String NOTES = "somebody's own";

  @TempDir Path temporary;
  private int folders;
  private Path output;

  @Test
  void aKillWhileOverwritingLeavesEitherResultWhole() throws IOException {
    Set<String> outcomes = new HashSet<>();
    boolean isKilled = true;
    for (int at = 0; isKilled; at++) {
      boolean isRepairKilled = true;
      for (int then = 0; isRepairKilled; then++) {
        Map<String, String> old = earlier();
        Run run = new Run(OutputFolder.begin(output.toString(), true), NEW);
        isKilled = run.breakOffAfter(at);
        checkWhatLooksWhole(old, run);
        isRepairKilled = isRepairKilled(run.staging(), then);
        checkWhatLooksWhole(old, run);
        OutputFolder.abandon(OutputFolder.begin(output.toString(), true));

        outcomes.add(outcome(old, run));
        assertThat(outcome(old, run), isKilled || outcome(old, run).equals("new"), is(true));
      }
    }
    assertThat(outcomes, is(Set.of("old", "new")));
  }

  @Test
  void aKillOfAFirstRunLeavesAWholeResultOrNone() throws IOException {
    Set<String> outcomes = new HashSet<>();
    boolean isKilled = true;
    for (int at = 0; isKilled; at++) {
      boolean isRepairKilled = true;
      for (int then = 0; isRepairKilled; then++) {
        Map<String, String> none = empty();
        Run run = new Run(OutputFolder.begin(output.toString(), false), NEW);
        isKilled = run.breakOffAfter(at);
        checkWhatLooksWhole(none, run);
        isRepairKilled = isRepairKilled(run.staging(), then);
        checkWhatLooksWhole(none, run);
        OutputFolder.abandon(OutputFolder.begin(output.toString(), true));

        outcomes.add(outcome(none, run));
      }
    }
    assertThat(outcomes, is(Set.of("old", "new")));
  }

  @Test
  void publishingGoesOnFromAnyPoint() throws IOException {
    boolean isKilled = true;
    for (int at = 0; isKilled; at++) {
      boolean isKilledAgain = true;
      for (int then = 0; isKilledAgain; then++) {
        Map<String, String> old = earlier();
        Run run = new Run(OutputFolder.begin(output.toString(), true), NEW);
        isKilled = run.breakOffAfter(at);
        isKilledAgain = run.breakOffAfter(then);
        run.publish();

        assertThat(outcome(old, run), is("new"));
      }
    }
  }

  @Test
  void abandoningSaysWhetherTheResultIsPublished() throws IOException {
    Map<String, String> old = earlier();
    boolean isKilled = true;
    for (int at = 0; isKilled; at++) {
      Run run = new Run(OutputFolder.begin(output.toString(), true), NEW);
      isKilled = run.breakOffAfter(at);
      boolean isPublished = OutputFolder.isPublished(run.staging());

      assertThat(OutputFolder.abandon(run.staging()), is(isPublished));
      assertThat(outcome(old, run), is(isPublished ? "new" : "old"));
      old = earlier();
    }
  }

  @Test
  void aFaultInTheMiddleIsUndone() throws IOException {
    Map<String, String> old = earlier();
    Run run = new Run(OutputFolder.begin(output.toString(), true), NEW);
    // The writes, the earlier five set aside, and one moved in.
    assertThat(run.breakOffAfter(3 + 5 + 1), is(true));
    assertThat(Files.readString(output.resolve("processed/a.csv")), is("new a!"));

    assertThat(OutputFolder.abandon(run.staging()), is(false));
    assertThat(outcome(old, run), is("old"));
  }

  @Test
  void anEmptyFolderOfTheEarlierResultGoesWithIt() throws IOException {
    earlier();
    new Run(OutputFolder.begin(output.toString(), true), NEW).publish();

    assertThat(Files.exists(output.resolve("rejected")), is(false));
  }

  @Test
  void refusesAJournalThatLeadsOut(@TempDir Path elsewhere) throws IOException {
    FileTree.write(elsewhere.resolve("precious"), "precious");
    earlier();
    Staging dead = OutputFolder.begin(output.toString(), true);
    Files.createSymbolicLink(output.resolve("way"), elsewhere);
    Path journal = Path.of(dead.file(Replacement.JOURNAL).toString());
    for (String path : new String[] {"way/precious", "../precious"}) {
      Files.writeString(
          journal,
          """
          {"steps" : [{"path" : "%s", "staged" : "x", "bytes" : 1},
           {"path" : "manifest.json", "staged" : "m", "bytes" : 1},
           {"path" : "_SUCCESS", "staged" : "owner", "bytes" : 0}]}
          """
              .formatted(path));

      assertThrows(IOException.class, () -> OutputFolder.abandon(dead));
    }
    assertThat(FileTree.of(elsewhere), is(Map.of("precious", "precious")));
  }

  @Test
  void refusesWhatIsNoJournal() {
    for (String json :
        new String[] {"", "null", "{}", "{\"steps\" : []}", "torn {", "{\"steps\" : [null]}"}) {
      assertThrows(IOException.class, () -> ReplacementJournal.fromJson(json), json);
    }
  }

  @Test
  void aFolderInTheWayOfAFileIsRefusedBeforeAnythingMoves() throws IOException {
    Map<String, String> old = earlier();
    Run run = new Run(OutputFolder.begin(output.toString(), true), NEW);
    Files.createDirectories(output.resolve("writeup/t.csv"));

    assertThat(
        run.refusal(),
        startsWith("outputs need a file at " + output.resolve("writeup/t.csv") + ", but it is a "));
    assertThat(OutputFolder.abandon(run.staging()), is(false));
    assertThat(FileTree.of(output), is(old));
  }

  private Map<String, String> earlier() throws IOException {
    empty();
    new Run(OutputFolder.begin(output.toString(), false), OLD).publish();
    return FileTree.of(output);
  }

  private Map<String, String> empty() throws IOException {
    output = temporary.resolve("out" + folders++);
    FileTree.write(output.resolve("processed/notes.txt.d/notes.txt"), NOTES);
    return FileTree.of(output);
  }

  private static boolean isRepairKilled(Staging staging, int at) throws IOException {
    try {
      OutputFolder.abandon(staging, new BrokenOffChanges(at));
      return false;
    } catch (BrokenOffChanges.BrokenOff e) {
      return true;
    }
  }

  /** At no time is there a {@code _SUCCESS} with anything else than a whole result. */
  private void checkWhatLooksWhole(Map<String, String> old, Run run) throws IOException {
    Map<String, String> files = FileTree.of(output);
    files.keySet().removeIf(path -> path.startsWith(Staging.FOLDER));
    if (files.containsKey("_SUCCESS")) {
      assertThat(files, files.equals(old) ? is(old) : is(published(run)));
    }
  }

  /** Which of the two results is there, whole and without leftovers. */
  private String outcome(Map<String, String> old, Run run) throws IOException {
    Map<String, String> files = FileTree.of(output);
    assertThat(files, files.equals(old) ? is(old) : is(published(run)));
    try (Stream<Path> paths = Files.walk(output)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isDirectory)::iterator) {
        try (Stream<Path> content = Files.list(path)) {
          assertThat(path + " is empty", content.findAny().isPresent(), is(true));
        }
      }
    }
    return files.equals(old) ? "old" : "new";
  }

  private static Map<String, String> published(Run run) {
    Map<String, String> files = new TreeMap<>(NEW);
    files.put("processed/notes.txt.d/notes.txt", NOTES);
    files.put("manifest.json", run.manifest.toJson());
    files.put("_SUCCESS", "");
    return files;
  }
}
