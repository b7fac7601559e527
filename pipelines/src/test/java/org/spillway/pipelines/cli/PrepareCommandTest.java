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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "--maxEntryBytes=100, INPUT-014",
    "--maxTotalBytes=100, INPUT-014",
    "--maxRatio=2, INPUT-015",
  })
  void anArchiveOverALimitIsRefused(String limit, String code) throws IOException {
    // Compression is looked at from 8 MiB on.
    StringBuilder tags = new StringBuilder("userId,movieId,tag,timestamp\n");
    while (tags.length() < 9 << 20) {
      tags.append("1,2,a tag that is written down again and again,1000000000\n");
    }
    Path archive = sound(FixtureEntry.of("tags.csv", tags.toString()));

    CommandRun run = prepare(archive, folder.resolve("out"), limit);

    assertThat(run.err().lines().toList(), contains(matchesPattern("spillway: " + code + " .*")));
    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    prepare(archive, folder.resolve("out"), "--maxRatio=2000", "--failOn=never").succeeds();
  }

  @Test
  void anotherMd5IsAWarningIfToldSo() throws IOException {
    Path archive =
        sound(
            FixtureEntry.of("tags.csv", "userId,movieId,tag,timestamp\n"),
            FixtureEntry.of("checksums.txt", "0".repeat(32) + "  ratings.csv\n"));
    Path output = folder.resolve("out");

    CommandRun run = prepare(archive, output);
    assertThat(run.err().lines().toList(), contains(matchesPattern("spillway: INPUT-019 .*")));

    prepare(archive, output, "--checksumMismatchAsWarning", "--failOn=never").succeeds();
    assertThat(
        Files.readString(output.resolve("writeup/tables/data_quality.csv")),
        containsString(",ratings.csv,md5_mismatches,1\n"));
  }

  /** A sound archive but for these entries. */
  private Path sound(FixtureEntry... further) throws IOException {
    return ZipFixture.of(
            Stream.concat(
                    Stream.of(
                        FixtureEntry.of(
                            "ratings.csv", "userId,movieId,rating,timestamp\n2,2,3.5,1000000000\n"),
                        FixtureEntry.of("movies.csv", "movieId,title,genres\n2,A (1999),Drama\n"),
                        FixtureEntry.of("links.csv", "movieId,imdbId,tmdbId\n2,2,2\n")),
                    Stream.of(further))
                .toArray(FixtureEntry[]::new))
        .writeTo(folder.resolve("sound.zip"));
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
