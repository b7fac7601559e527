package org.spillway.pipelines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.MemoryFileSystem;
import org.spillway.data.testing.ZipFixture;
import org.spillway.transforms.digest.Digests;

/**
 * Whole runs whose archive and results are on a file system that is not the local one and behaves
 * as an object store does: whatever touches a file otherwise than through Beam's FileSystems does
 * not find it.
 */
class OtherFileSystemIT {
  private static final String INPUT = "memory://data/tiny.zip";
  private static final String OUTPUT = "memory://results/out";
  private static final String STAGING = OUTPUT + "/.spillway-staging/";
  private static final String LOG = RunLog.FILE;
  private static final long MANY_CHANGES = 1_000_000;
  private static final int MOMENTS = 4;

  @TempDir private Path folder;
  private Path archive;

  @BeforeEach
  void putArchive() throws IOException {
    archive = CommandRun.tinyArchive(folder);
    MemoryFileSystem.put(INPUT, Files.readAllBytes(archive));
  }

  @AfterEach
  void forget() throws IOException {
    MemoryFileSystem.mend();
    MemoryFileSystem.clear("memory://");
  }

  @Test
  void givesTheBytesOfALocalRunAndLeavesNothingElse() throws IOException {
    Map<String, String> local = local("--ratingsShards=3");

    CommandRun run = prepare("--ratingsShards=3").succeeds();

    assertThat(results(), is(local));
    assertThat(run.out(), containsString("Outputs in " + OUTPUT + "/"));
    assertThat(run.err(), is(""));
    CommandRun verified = CommandRun.of("verify", OUTPUT).succeeds();
    assertThat(verified.out(), containsString("all as published." + System.lineSeparator()));
  }

  @Test
  void writesRejectedRows() throws IOException {
    archive =
        ZipFixture.of(
                FixtureEntry.ofLines(
                    "ml/ratings.csv",
                    "userId,movieId,rating,timestamp",
                    "2,1,3.5,1000000000",
                    "2,1,4.25,1000000000",
                    "4,1,5.0,1000000000"),
                FixtureEntry.ofLines("ml/movies.csv", "movieId,title,genres", "1,A (1999),Drama"),
                FixtureEntry.ofLines("ml/tags.csv", "userId,movieId,tag,timestamp", "2,1,fun,1"),
                FixtureEntry.ofLines("ml/links.csv", "movieId,imdbId,tmdbId", "1,1,1"))
            .writeTo(folder.resolve("tiny.zip"));
    MemoryFileSystem.put(INPUT, Files.readAllBytes(archive));
    Map<String, String> local = local("--maxRejectedShare=1");

    prepare("--maxRejectedShare=1").succeeds();

    assertThat(local.keySet(), hasItem("rejected/ratings.csv"));
    assertThat(results(), is(local));
  }

  @Test
  void refusesResultsThatAreThere() throws IOException {
    prepare().succeeds();
    Map<String, String> earlier = results();

    prepare()
        .isRefused(
            "output must be a folder without results, but there is "
                + OUTPUT
                + "/_SUCCESS; give --overwrite to replace them or choose another --output");

    assertThat(results(), is(earlier));
  }

  @Test
  void replacesResultsWithNoOldShardLeft() throws IOException {
    Map<String, String> local = local();
    prepare("--ratingsShards=3").succeeds();

    prepare("--overwrite").succeeds();

    assertThat(results(), is(local));
  }

  @Test
  void refusesAFolderThatCannotBeWrittenBeforeAnyWork() {
    MemoryFileSystem.breakOffAfter(0);

    CommandRun run = prepare();

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(
        run.err(),
        allOf(
            startsWith("spillway: output must be a folder that can be written, but " + OUTPUT),
            endsWith("; choose another --output" + System.lineSeparator())));
    assertThat(MemoryFileSystem.files(OUTPUT), aMapWithSize(0));
  }

  @Test
  void refusesAnArchiveThatIsNotThere() {
    CommandRun.of("prepare", "--input=memory://data/none.zip", "--output=" + OUTPUT)
        .isRefused("There is no file memory://data/none.zip; see ./spillway prepare --help");
  }

  @Test
  void clearsAwayWhatADeadRunHasLeft() throws IOException {
    Map<String, String> local = local();
    MemoryFileSystem.put(STAGING + "dead/owner", "1 never".getBytes(UTF_8));
    MemoryFileSystem.put(STAGING + "dead/0-report.html", new byte[5]);

    prepare().succeeds();

    assertThat(results(), is(local));
  }

  @Test
  void verifyNamesWhatIsNoLongerAsPublished() throws IOException {
    prepare().succeeds();
    MemoryFileSystem.put(OUTPUT + "/report.html", new byte[5]);
    MemoryFileSystem.put(OUTPUT + "/processed/stray.parquet", new byte[5]);

    CommandRun verified = CommandRun.of("verify", OUTPUT);

    assertThat(verified.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(
        verified.out(),
        allOf(
            containsString("changed    report.html: "),
            containsString("stray      processed/stray.parquet: ")));
  }

  @Test
  void theLogOfARunIsBesideItsResults() throws IOException {
    List<Path> before = temporaryLogs();

    prepare("--slateSize=4").succeeds();

    assertThat(log(), containsString("parameter slateSize = 4"));
    assertThat(temporaryLogs(), is(before));
  }

  @Test
  void theLogOfAFailedRunIsThereToo() throws IOException {
    MemoryFileSystem.put(INPUT, "no archive".getBytes(UTF_8));

    CommandRun run = prepare();

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(log(), containsString("the run has failed"));
    assertThat(results(), aMapWithSize(0));
  }

  /**
   * The process dies before a change to a file, at moments that are spread over the publication:
   * the result that a reader sees is the earlier one, or the new one, or none, but whole; and the
   * next run gives the same bytes.
   */
  @Test
  void aPublicationThatBreaksOffLeavesAWholeResultOrNone() throws IOException {
    Map<String, String> expected = local();
    prepare("--ratingsShards=3").succeeds();
    SortedMap<String, byte[]> earlierFiles = MemoryFileSystem.files(OUTPUT);
    Map<String, String> earlier = results();
    MemoryFileSystem.breakOffAfter(MANY_CHANGES);
    prepare("--overwrite").succeeds();
    long changes = MANY_CHANGES - MemoryFileSystem.changesLeft();
    // Each to set aside or to move in is a copy and a deletion; what was set aside is deleted then.
    long publishing = 3L * earlier.size() + 2L * expected.size();

    int earlierSeen = 0;
    int noneSeen = 0;
    int newSeen = 0;
    for (int i = 0; i < MOMENTS; i++) {
      MemoryFileSystem.clear(OUTPUT);
      for (Map.Entry<String, byte[]> file : earlierFiles.entrySet()) {
        MemoryFileSystem.put(file.getKey(), file.getValue());
      }
      // Last of all the journal goes, and the log comes.
      long breakAt = changes - 2 - publishing * i / (MOMENTS - 1);
      MemoryFileSystem.breakOffAfter(breakAt);

      CommandRun broken = prepare("--overwrite");

      String what = "broke off after " + breakAt + " of " + changes + " changes";
      assertThat(what, MemoryFileSystem.mend(), is(true));
      assertThat(what, broken.exitCode(), is(ExitCodes.FAULT));
      assertThat(broken.err().lines().toList(), hasSize(1));
      Map<String, String> visible = PublishedTree.visible(results());
      int verified = CommandRun.of("verify", OUTPUT).exitCode();
      if (visible.containsKey("_SUCCESS")) {
        assertThat(what, visible, anyOf(is(earlier), is(expected)));
        assertThat(what, verified, is(ExitCodes.DONE));
        earlierSeen += visible.equals(earlier) ? 1 : 0;
        newSeen += visible.equals(expected) ? 1 : 0;
      } else {
        assertThat(what, verified, is(ExitCodes.BAD_USAGE));
        noneSeen++;
      }

      prepare("--overwrite").succeeds();
      assertThat(what, results(), is(expected));
    }
    assertThat(earlierSeen, greaterThan(0));
    assertThat(noneSeen, greaterThan(0));
    assertThat(newSeen, greaterThan(0));
  }

  /** What a local run gives. */
  private Map<String, String> local(String... options) throws IOException {
    Path output = folder.resolve("local");
    CommandRun.of(arguments(archive.toString(), output.toString(), options)).succeeds();
    return PublishedTree.visible(PublishedTree.of(output));
  }

  private static CommandRun prepare(String... options) {
    return CommandRun.of(arguments(INPUT, OUTPUT, options));
  }

  private static String[] arguments(String input, String output, String... options) {
    return Stream.concat(
            Stream.of(
                "prepare",
                "--input=" + input,
                "--output=" + output,
                "--userModulus=2",
                "--failOn=never"),
            Stream.of(options))
        .toArray(String[]::new);
  }

  /** The SHA-256 of all files but the log, by path. */
  private static Map<String, String> results() {
    Map<String, String> results = new TreeMap<>();
    MemoryFileSystem.files(OUTPUT + "/")
        .forEach(
            (location, bytes) ->
                results.put(
                    location.substring(OUTPUT.length() + 1),
                    HexFormat.of().formatHex(Digests.sha256().digest(bytes))));
    results.remove(LOG);
    return results;
  }

  private static String log() {
    return new String(MemoryFileSystem.files(OUTPUT).get(OUTPUT + "/" + LOG), UTF_8);
  }

  private static List<Path> temporaryLogs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("spillway-")).toList();
    }
  }
}
