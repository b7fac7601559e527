package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  private static final String TABLE = "writeup/tables/top_tags.csv";

  @TempDir private Path folder;
  private Path output;

  @BeforeEach
  void prepare() throws IOException {
    output = folder.resolve("out");
    CommandRun.of(
            "prepare",
            "--input=" + CommandRun.tinyArchive(folder),
            "--output=" + output,
            "--userModulus=2")
        .succeeds();
  }

  @Test
  void whatIsAsPublished() throws IOException {
    Files.writeString(output.resolve("notes.txt"), "my own");

    CommandRun run = CommandRun.of("verify", output.toString()).succeeds();

    assertThat(
        run.out().lines().toList(),
        contains(matchesPattern("[0-9]+ files, [0-9,]+ bytes: all as published\\.")));
    assertThat(run.err(), is(""));
  }

  @Test
  void aFileThatHasGrown() throws IOException {
    long bytes = Files.size(output.resolve(TABLE));
    Files.writeString(output.resolve(TABLE), "x", StandardOpenOption.APPEND);

    isFound("changed    " + TABLE + ": expected " + bytes + " bytes, found " + (bytes + 1));
  }

  @Test
  void aFileOfTheSameSize() throws IOException {
    byte[] content = Files.readAllBytes(output.resolve(TABLE));
    content[content.length - 2] ^= 1;
    Files.write(output.resolve(TABLE), content);

    List<String> lines = findings();
    assertThat(lines.size(), is(1));
    assertThat(
        lines.get(0),
        matchesPattern(
            "changed    " + TABLE + ": expected SHA-256 [0-9a-f]{64}, found [0-9a-f]{64}"));
  }

  @Test
  void aLinkToTheSameContent() throws IOException {
    Path moved = folder.resolve("moved");
    Files.move(output.resolve(TABLE), moved);
    Files.createSymbolicLink(output.resolve(TABLE), moved);

    isFound("changed    " + TABLE + ": expected a file, found a link or a device");
  }

  @Test
  void aFileThatIsGone() throws IOException {
    Files.delete(output.resolve(TABLE));

    isFound("missing    " + TABLE + ": expected the file, found none");
  }

  @Test
  void aFileThatWasAdded() throws IOException {
    Files.writeString(output.resolve("processed/\u001b[2Jextra: x.parquet"), "PAR1");

    isFound("stray      processed/\\u001B[2Jextra: x.parquet: expected none, found a file");
  }

  @Test
  void aResultWithoutSuccess() throws IOException {
    Files.delete(output.resolve("_SUCCESS"));

    isFound("unfinished _SUCCESS: expected the file, found none");
  }

  @Test
  void aFolderWithoutAManifest() {
    CommandRun.of("verify", folder.toString())
        .isRefused(
            "expected the output folder of a finished run, found no manifest.json in "
                + folder
                + "/; give the folder that was prepare's --output");
  }

  @Test
  void whatIsNoManifest() throws IOException {
    Files.writeString(output.resolve("manifest.json"), "{\"format\": 2}");

    CommandRun.of("verify", output.toString())
        .isRefused(
            "expected a manifest of Spillway, found "
                + output.resolve("manifest.json")
                + " to be the format of a manifest must be 1, but was: 2; run prepare again, into"
                + " another folder");
  }

  @Test
  void whatIsNoFolder() {
    CommandRun.of("verify", " ")
        .isRefused("output must name a folder, but was empty; see ./spillway verify --help");
    CommandRun run = CommandRun.of("verify", "nosuch://bucket/out");
    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    assertThat(run.err(), startsWith("spillway: "));
  }

  private void isFound(String line) {
    assertThat(findings(), is(List.of(line)));
  }

  private List<String> findings() {
    CommandRun run = CommandRun.of("verify", output.toString());
    assertThat(run.exitCode(), is(ExitCodes.BAD_USAGE));
    List<String> lines = run.out().lines().toList();
    assertThat(
        lines.get(lines.size() - 1),
        matchesPattern(
            "[0-9]+ files, [0-9,]+ bytes were published: they are not as they were; run prepare"
                + " again\\."));
    return lines.subList(0, lines.size() - 1);
  }
}
