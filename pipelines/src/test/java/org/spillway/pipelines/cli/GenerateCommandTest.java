package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir private Path folder;

  @Test
  void writesAnArchiveAndSaysWhatIsInIt() throws IOException {
    Path file = folder.resolve("new/tiny.zip");

    CommandRun run = CommandRun.of("generate", "--size=tiny", "--output=" + file).succeeds();

    assertThat(Files.isRegularFile(file), is(true));
    assertThat(
        run.out().lines().filter(line -> line.contains("ratings.csv")).toList(),
        contains(matchesPattern("ratings\\.csv +5,000 rows +[0-9,]+ bytes")));
    assertThat(run.out().lines().reduce((first, last) -> last).orElse(""), is("Written: " + file));
  }

  @Test
  void refusesToOverwriteUnlessTold() throws IOException {
    Path file = Files.writeString(folder.resolve("precious.zip"), "kept");

    CommandRun.of("generate", "--size=tiny", "--output=" + file)
        .isRefused(
            file
                + " exists; choose another --output or add --overwrite;"
                + " see ./spillway generate --help");
    assertThat(Files.readString(file), is("kept"));

    CommandRun.of("generate", "--size", "tiny", "--output", file.toString(), "--overwrite")
        .succeeds();
    assertThat(Files.size(file) > 10_000, is(true));
  }

  @Test
  void partsAreNamedByTheirNumber() throws IOException {
    Path file = folder.resolve("tiny.zip");

    CommandRun run =
        CommandRun.of("generate", "--size=tiny", "--output=" + file, "--parts=2").succeeds();

    assertThat(
        run.out().lines().filter(line -> line.startsWith("Written: ")).toList(),
        contains(
            "Written: " + folder.resolve("tiny-00000-of-00002.zip"),
            "Written: " + folder.resolve("tiny-00001-of-00002.zip")));
    assertThat(Files.exists(file), is(false));
    CommandRun.of("generate", "--size=tiny", "--output=" + file, "--parts=2")
        .isRefused(
            "A part of "
                + file
                + " exists; choose another --output or add --overwrite; see ./spillway generate"
                + " --help");
    CommandRun.of("generate", "--size=tiny", "--output=" + file, "--parts=0")
        .isRefused("parts must be from 1 to 64, but was: 0; see ./spillway generate --help");
  }

  @Test
  void theSeedDecidesTheBytes() throws IOException {
    byte[] seven = generate("default.zip");

    assertThat(generate("seven.zip", "--seed=7"), is(seven));
    assertThat(generate("eight.zip", "--seed=8"), is(not(seven)));
  }

  @Test
  void anUnknownSizeIsRefused() {
    CommandRun run =
        CommandRun.of("generate", "--size=huge", "--output=" + folder.resolve("huge.zip"));

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(
        run.err().lines().toList(),
        contains(matchesPattern("spillway: .*tiny, small, large.*huge.*generate --help")));
  }

  @Test
  void anOutputThatIsAFolderIsRefused() {
    CommandRun run = CommandRun.of("generate", "--size=tiny", "--overwrite", "--output=" + folder);

    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(run.err().lines().count(), is(1L));
  }

  private byte[] generate(String name, String... further) throws IOException {
    Path file = folder.resolve(name);
    String[] args = new String[further.length + 3];
    args[0] = "generate";
    args[1] = "--size=tiny";
    args[2] = "--output=" + file;
    System.arraycopy(further, 0, args, 3, further.length);
    CommandRun.of(args).succeeds();
    return Files.readAllBytes(file);
  }
}
