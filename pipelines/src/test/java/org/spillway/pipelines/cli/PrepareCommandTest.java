package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.ZipFixture;
import org.spillway.transforms.write.Manifest;

class PrepareCommandTest {
  @TempDir private Path folder;

  @Test
  void saysWhatItFoundAndWhereItIs() throws IOException {
    Path output = folder.resolve("a folder/out");

    CommandRun run = prepare(CommandRun.tinyArchive(folder), output, "--runner=DirectRunner");

    run.succeeds();
    assertThat(run.out(), containsString("complete_seed_slates"));
    assertThat(run.out(), containsString("\nOutputs in " + output + "/\n"));
    for (String file :
        List.of("processed/movielens_interference_items.parquet", "report.html", "manifest.json")) {
      assertThat(run.out(), containsString("\n  " + file));
      assertThat(file, Files.isRegularFile(output.resolve(file)), is(true));
    }
    assertThat(run.out(), containsString("\n  writeup/tables/  ("));
    assertThat(Files.size(output.resolve("_SUCCESS")), is(0L));
  }

  @Test
  void anOptionIsGivenInEitherForm() throws IOException {
    Path archive = CommandRun.tinyArchive(folder);
    prepare(archive, folder.resolve("a"), "--slateSize=4").succeeds();
    prepare(archive, folder.resolve("b"), "--slateSize", "4", "--runner", "DirectRunner")
        .succeeds();

    String manifest = Files.readString(folder.resolve("a").resolve(Manifest.FILE));
    assertThat(manifest, containsString("\"slateSize\" : \"4\""));
    assertThat(Files.readString(folder.resolve("b").resolve(Manifest.FILE)), is(manifest));
  }

  @Test
  void resultsAreReplacedOnlyWhenTold() throws IOException {
    Path archive = CommandRun.tinyArchive(folder);
    Path output = folder.resolve("out");
    prepare(archive, output).succeeds();

    prepare(archive, output, "--slateSize=4")
        .isRefused(
            "output must be a folder without results, but there is "
                + output.resolve("_SUCCESS")
                + "; give --overwrite to replace them or choose another --output");
    assertThat(manifestOf(output), containsString("\"slateSize\" : \"12\""));

    prepare(archive, output, "--slateSize=4", "--overwrite").succeeds();
    assertThat(manifestOf(output), containsString("\"slateSize\" : \"4\""));
  }

  @Test
  void badInputLeavesNothingButTheLog() throws IOException {
    Path archive =
        ZipFixture.of(
                FixtureEntry.of("ratings.csv", "userId,movieId,stars,timestamp\n1,2,3.5,4\n"),
                FixtureEntry.of("movies.csv", "movieId,title,genres\n2,A (1999),Drama\n"),
                FixtureEntry.of("tags.csv", "userId,movieId,tag,timestamp\n"),
                FixtureEntry.of("links.csv", "movieId,imdbId,tmdbId\n"))
            .writeTo(folder.resolve("bad.zip"));
    Path output = folder.resolve("out");

    CommandRun run = prepare(archive, output);

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(
        run.err().lines().toList(),
        contains(
            matchesPattern(
                "spillway: INPUT-027 .*bad\\.zip!ratings\\.csv.*; expected .*rating.*, found .*")));
    assertThat(filesIn(output), contains(output.resolve(RunLog.FILE)));
  }

  @Test
  void whatIsNoZip() throws IOException {
    Path file = Files.writeString(folder.resolve("page.zip"), "<html>not found</html>");

    CommandRun run = prepare(file, folder.resolve("out"));

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(run.err().lines().toList(), contains(matchesPattern("spillway: INPUT-003 .*")));
  }

  private static CommandRun prepare(Path input, Path output, String... further) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("prepare", "--input=" + input, "--output=" + output, "--userModulus=2"),
                Stream.of(further))
            .toArray(String[]::new));
  }

  private static String manifestOf(Path output) throws IOException {
    return Files.readString(output.resolve(Manifest.FILE));
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
