package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.ZipFixture;

class InspectCommandTest {
  @TempDir private Path folder;

  @Test
  void aSoundArchive() throws IOException {
    CommandRun run = CommandRun.of("inspect", CommandRun.tinyArchive(folder).toString()).succeeds();

    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0), matchesPattern("file +compressed +uncompressed +crc32 +as"));
    assertThat(
        lines,
        hasItems(
            matchesPattern("\\S+/ratings\\.csv +[0-9,]+ +[0-9,]+ +[0-9a-f]{8} +deflated"),
            matchesPattern("Edition: .*generated.*"),
            is("Files that are ignored: 0"),
            startsWith("The archive looks sound; ")));
  }

  @Test
  void severalArchives() throws IOException {
    Path sound = CommandRun.tinyArchive(folder);
    Path other = Files.writeString(folder.resolve("unsound.zip"), "<html>not found</html>");

    CommandRun run = CommandRun.of("inspect", folder.resolve("*.zip").toString());

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(
        run.out().lines().filter(line -> line.matches("(Archive: |The archive ).*")).toList(),
        is(
            List.of(
                "Archive: " + sound,
                "The archive looks sound; what its files hold is checked when they are read.",
                "Archive: " + other,
                "The archive is not sound.")));
  }

  @Test
  void anArchiveWithoutRatings() throws IOException {
    Path archive =
        ZipFixture.of(
                FixtureEntry.of("movies.csv", "movieId,title,genres\n"),
                FixtureEntry.of(".DS_Store", "x"))
            .inFolder("ml-mine")
            .writeTo(folder.resolve("mine.zip"));

    CommandRun run = CommandRun.of("inspect", archive.toString());

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    List<String> lines = run.out().lines().toList();
    assertThat(lines, hasItem(startsWith("Problem: INPUT-021 ")));
    assertThat(lines, hasItem("Files that are ignored: 1"));
    assertThat(lines.get(lines.size() - 1), is("The archive is not sound."));
  }

  @Test
  void whatIsNoZip() throws IOException {
    Path file = Files.writeString(folder.resolve("page.zip"), "<html>not found</html>");

    CommandRun run = CommandRun.of("inspect", file.toString());

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(run.out() + run.err(), containsString("INPUT-003 "));
    assertThat(run.out() + run.err(), containsString(file.toString()));
  }

  @Test
  void aTruncatedArchive() throws IOException {
    Path whole = CommandRun.tinyArchive(folder);
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(bytes, bytes.length / 2));

    CommandRun run = CommandRun.of("inspect", half.toString());

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(run.out() + run.err(), containsString("INPUT-003 "));
  }

  @ParameterizedTest
  @CsvSource({"'\u001b[2J\u009b31m.txt', \\u001B[2J", "'a\u202Etxt.exe', a\\u202Etxt.exe"})
  void namesCannotCommandTheTerminal(String name, String shown) throws IOException {
    Path archive =
        ZipFixture.of(
                FixtureEntry.of("ratings.csv", "userId,movieId,rating,timestamp\n1,1,4,5\n"),
                FixtureEntry.of(name, "x"))
            .writeTo(folder.resolve("odd.zip"));

    CommandRun run = CommandRun.of("inspect", archive.toString());

    assertThat(run.out(), containsString(shown));
    assertThat(
        run.out().chars().filter(c -> c == 0x1b || c == 0x9b || c == 0x202e).count(), is(0L));
  }
}
