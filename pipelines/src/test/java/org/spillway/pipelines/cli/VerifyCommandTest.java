package org.spillway.pipelines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.transforms.digest.Digests;
import org.spillway.transforms.write.Manifest;

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
        contains(
            matchesPattern("[0-9]+ files, [0-9,]+ bytes: all as published\\."),
            is("Data:    " + sha256Of(sums("processed", "writeup/tables"))),
            is("Figures: " + sha256Of(sums("report.html", "writeup/figures")))));
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
  void aManifestWhoseDigestIsNotThatOfItsFiles() throws IOException {
    Path manifest = output.resolve("manifest.json");
    String json = Files.readString(manifest);
    String data = Manifest.fromJson(json).digests().data();
    String other = "0".repeat(64);
    Files.writeString(manifest, json.replace(data, other));

    isFound(
        "changed    manifest.json: expected the digest of its outputs, data "
            + data
            + ", found "
            + other);
  }

  @Test
  void aManifestThatHidesAChangeOfAFile() throws IOException {
    byte[] content = Files.readAllBytes(output.resolve(TABLE));
    String before = sha256Of(content);
    content[content.length - 2] ^= 1;
    Files.write(output.resolve(TABLE), content);
    Path manifest = output.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace(before, sha256Of(content)));

    assertThat(findings(), contains(startsWith("changed    manifest.json: expected the digest")));
  }

  @Test
  void aManifestOfAnEarlierVersionHasNoDigests() throws IOException {
    Path manifest = output.resolve("manifest.json");
    String json = Files.readString(manifest);
    Files.writeString(manifest, json.substring(0, json.indexOf(",\n  \"digests\"")) + "\n}\n");

    assertThat(
        CommandRun.of("verify", output.toString()).succeeds().out().lines().toList().get(1),
        is("Data:    " + sha256Of(sums("processed", "writeup/tables"))));
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

  /** What sha256sum prints of all files of these folders, by path. */
  private byte[] sums(String... places) throws IOException {
    TreeMap<String, String> sums = new TreeMap<>();
    for (String place : places) {
      try (Stream<Path> files = Files.walk(output.resolve(place))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sums.put(output.relativize(file).toString(), sha256Of(Files.readAllBytes(file)));
        }
      }
    }
    StringBuilder lines = new StringBuilder();
    sums.forEach((path, sum) -> lines.append(sum).append("  ").append(path).append('\n'));
    return lines.toString().getBytes(UTF_8);
  }

  private static String sha256Of(byte[] content) {
    return HexFormat.of().formatHex(Digests.sha256().digest(content));
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
