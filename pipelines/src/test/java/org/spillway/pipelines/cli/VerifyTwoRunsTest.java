package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.transforms.digest.Digests;
import org.spillway.transforms.write.Manifest;
import org.spillway.transforms.write.OutputDigests;
import org.spillway.transforms.write.PublishedFile;

class VerifyTwoRunsTest {
  private static final String SAMPLE = "processed/movielens_interference_ratings_sample";

  @TempDir private Path folder;
  private Path archive;
  private Path one;

  @BeforeEach
  void prepare() throws IOException {
    archive = CommandRun.tinyArchive(folder);
    one = prepare("one", "--userModulus=2");
  }

  private Path prepare(String name, String... options) {
    Path output = folder.resolve(name);
    String[] args = {"prepare", "--input=" + archive, "--output=" + output};
    CommandRun.of(Stream.of(args, options).flatMap(Arrays::stream).toArray(String[]::new))
        .succeeds();
    return output;
  }

  @Test
  void theSameWorkTwice() throws IOException {
    Path other = prepare("other", "--userModulus=2", "--partitions=3");

    OutputDigests digests = manifest(one).digests();
    assertThat(
        lines(other, ExitCodes.DONE),
        contains(
            matchesPattern("A: [0-9]+ files, [0-9,]+ bytes: all as published\\."),
            matchesPattern("B: [0-9]+ files, [0-9,]+ bytes: all as published\\."),
            is("The data is the same: " + digests.data()),
            is("Figures and page are the same: " + digests.figures())));
  }

  @Test
  void anotherFigureIsAllowed() throws IOException {
    Path other = prepare("other", "--userModulus=2");
    redraw(other, "writeup/figures/02_user_activity.png");

    assertThat(
        lines(other, ExitCodes.DONE).subList(2, 5),
        contains(
            is("differs    writeup/figures/02_user_activity.png"),
            is("The data is the same: " + manifest(one).digests().data()),
            startsWith("Figures or page differ, as they may: ")));
  }

  @Test
  void otherDataIsNot() throws IOException {
    Path other = prepare("other", "--userModulus=3");

    List<String> lines = lines(other, ExitCodes.BAD_USAGE);
    assertThat(
        lines,
        hasItems(
            "differs    " + SAMPLE + ".parquet",
            "differs    writeup/tables/user_activity_summary.csv"));
    assertThat(lines, not(hasItem("differs    writeup/tables/movie_summary.csv")));
    assertThat(
        lines.get(lines.size() - 1),
        matchesPattern(
            "The data differs in [0-9]+ of [0-9]+ files: "
                + manifest(one).digests().data()
                + " in A, "
                + manifest(other).digests().data()
                + " in B; see \\./spillway compare for what differs\\."));
  }

  @Test
  void otherShardsAreOtherFiles() throws IOException {
    Path other = prepare("other", "--userModulus=2", "--ratingsShards=2");

    assertThat(
        lines(other, ExitCodes.BAD_USAGE).subList(2, 5),
        contains(
            "only in B  " + SAMPLE + "-00000-of-00002.parquet",
            "only in B  " + SAMPLE + "-00001-of-00002.parquet",
            "only in A  " + SAMPLE + ".parquet"));
  }

  @Test
  void eachIsVerifiedFirst() throws IOException {
    Path other = prepare("other", "--userModulus=2");
    Files.delete(other.resolve("report.html"));
    Files.writeString(one.resolve("writeup/tables/top_tags.csv"), "x", StandardOpenOption.APPEND);

    assertThat(
        lines(other, ExitCodes.BAD_USAGE),
        contains(
            startsWith("A: changed    writeup/tables/top_tags.csv: expected "),
            startsWith("A: "),
            is("B: missing    report.html: expected the file, found none"),
            startsWith("B: "),
            is("They were not compared.")));
  }

  @Test
  void aFolderThatIsNoRunsIsRefused() {
    CommandRun.of("verify", one.toString(), folder.toString())
        .isRefused(
            "expected the output folder of a finished run, found no manifest.json in "
                + folder
                + "/; give the folder that was prepare's --output");
  }

  /** Changes a file and the manifest with it, as a run on another machine may. */
  private static void redraw(Path output, String path) throws IOException {
    byte[] content = {1, 2, 3};
    Files.write(output.resolve(path), content);
    Manifest before = manifest(output);
    List<PublishedFile> outputs =
        before.outputs().stream()
            .map(
                file ->
                    file.path().equals(path)
                        ? new PublishedFile(
                            path,
                            0,
                            content.length,
                            HexFormat.of().formatHex(Digests.sha256().digest(content)),
                            "")
                        : file)
            .toList();
    Files.writeString(
        output.resolve("manifest.json"),
        new Manifest(
                before.spillwayVersion(),
                before.beamVersion(),
                before.input(),
                before.rows(),
                before.parameters(),
                before.checks(),
                outputs)
            .toJson());
  }

  private static Manifest manifest(Path output) throws IOException {
    return Manifest.fromJson(Files.readString(output.resolve("manifest.json")));
  }

  private List<String> lines(Path other, int exitCode) {
    CommandRun run = CommandRun.of("verify", one.toString(), other.toString());
    assertThat(run.err(), is(""));
    assertThat(run.exitCode(), is(exitCode));
    return run.out().lines().toList();
  }
}
