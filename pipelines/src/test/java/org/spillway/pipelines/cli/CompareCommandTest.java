package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.transforms.write.Manifest;

class CompareCommandTest {
  @TempDir private static Path runs;
  @TempDir private Path folder;
  private static Path half;

  @BeforeAll
  static void twoRuns() throws IOException {
    half = prepare("half", 2);
    prepare("quarter", 4);
  }

  @Test
  void theSameRunTwice() {
    CommandRun run = compare(half, half).succeeds();

    assertThat(
        run.out().lines().toList(),
        is(
            List.of(
                "A: " + half,
                "B: " + half,
                "Parameters: no differences",
                "Input: no differences",
                "Row accounts: no differences",
                "Readiness checks: no differences",
                "Figures: no differences",
                "Outputs: no differences",
                "There are no differences between the runs.")));
  }

  @Test
  void anotherModulus() {
    List<String> lines = compare(half, runs.resolve("quarter")).succeeds().out().lines().toList();

    assertThat(
        lines,
        hasItems(
            is("Parameters: 1 of 12 cells differs"),
            is("    userModulus, value: 2 -> 4 (+2, +100.00 %)"),
            is("Input: no differences"),
            is("Row accounts: no differences"),
            is("    sample_unique_users, observed: 32 -> 16 (-16, -50.00 %)"),
            matchesPattern("Figures: \\d+ of \\d+ tables differ"),
            matchesPattern("  genre_summary: \\d+ of \\d+ cells differ.*"),
            matchesPattern(
                "    Drama, sampled_rating_rows: \\d+ -> \\d+ \\(-\\d+, -\\d+\\.\\d\\d %\\)"),
            startsWith("    processed/movielens_interference_items.parquet, sha256: "),
            is("The runs differ in: parameters, readiness checks, figures, outputs.")));
    assertThat(lines, not(hasItem(startsWith("  movie_summary"))));
  }

  @Test
  void theLimitIsOnWhatIsPrintedOfATable() {
    Path quarter = runs.resolve("quarter");

    List<String> lines = compare(half, quarter, "--limit=1").succeeds().out().lines().toList();

    assertThat(
        lines.stream().filter(line -> line.startsWith("    Drama, ")).count(),
        // the first cell of each of the tables by genre or cluster
        is(3L));
    assertThat(lines, hasItem(matchesPattern("    and \\d+ more cells")));
    compare(half, quarter, "--limit=-1")
        .isRefused("limit must be at least 0, but was: -1; see ./spillway compare --help");
  }

  @Test
  void thePageShowsWhateverTheRunsHoldAsText() throws IOException {
    Path hostile = copyOf(half);
    Path tags = hostile.resolve("writeup/tables/top_tags.csv");
    String title = "</td><script>alert('x')</script>\"&";
    Files.writeString(
        tags, Files.readString(tags) + "\"" + title.replace("\"", "\"\"") + "\u001b[2J\",1,1,1\n");
    Path page = folder.resolve("a folder/page.html");

    CommandRun run = compare(half, hostile, "--page=" + page).succeeds();

    assertThat(run.out(), containsString("    rows only in B: " + title + "\uFFFD[2J\n"));
    assertThat(run.out(), containsString("Written: " + page));
    String html = Files.readString(page);
    assertThat(html, containsString("<li>&lt;/td&gt;&lt;script&gt;alert("));
    assertThat(html, not(containsString("<script>alert")));
    assertThat(html, not(containsString("http:")));
    assertThat(html, not(containsString("https:")));
    assertThat(html.split("<section ", -1).length - 1, is(6));
  }

  @Test
  void whatIsNoRun() throws IOException {
    compare(half, folder)
        .isRefused(
            "expected the output folder of a finished run, found no _SUCCESS in "
                + folder
                + "; see ./spillway compare --help");

    Path unfinished = copyOf(half);
    Files.delete(unfinished.resolve(Manifest.FILE));
    compare(unfinished, half)
        .isRefused(
            "expected the output folder of a finished run, found no manifest.json in "
                + unfinished
                + "; see ./spillway compare --help");
  }

  @Test
  void aPageMustBeAFile() {
    compare(half, half, "--page=" + folder)
        .isRefused("page must name a file, but was: " + folder + "; see ./spillway compare --help");
  }

  private static Path prepare(String name, int userModulus) throws IOException {
    Path output = runs.resolve(name);
    CommandRun.of(
            "prepare",
            "--input="
                + CommandRun.tinyArchive(Files.createDirectories(runs.resolve(name + "-in"))),
            "--output=" + output,
            "--userModulus=" + userModulus)
        .succeeds();
    return output;
  }

  private static CommandRun compare(Path a, Path b, String... further) {
    String[] args = new String[further.length + 3];
    args[0] = "compare";
    args[1] = a.toString();
    args[2] = b.toString();
    System.arraycopy(further, 0, args, 3, further.length);
    return CommandRun.of(args);
  }

  private Path copyOf(Path run) throws IOException {
    Path copy = folder.resolve("copy");
    for (String file : List.of("_SUCCESS", Manifest.FILE, "processed/readiness.json")) {
      copy(run, copy, file);
    }
    try (DirectoryStream<Path> tables = Files.newDirectoryStream(run.resolve("writeup/tables"))) {
      for (Path table : tables) {
        copy(run, copy, "writeup/tables/" + table.getFileName());
      }
    }
    return copy;
  }

  private static void copy(Path run, Path copy, String file) throws IOException {
    Files.createDirectories(copy.resolve(file).getParent());
    Files.copy(run.resolve(file), copy.resolve(file));
  }
}
