package org.spillway.pipelines.setup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.data.generate.GeneratedArchive;
import org.spillway.pipelines.cli.SpillwayCommand;
import org.spillway.transforms.write.Manifest;
import org.spillway.transforms.write.PublishedFile;

/** A data set that was cut by user gives what the whole one gives. */
@TestInstance(Lifecycle.PER_CLASS)
class PartsIT {
  private static final ArchiveGenerator SMALL = ArchiveGenerator.of(ArchiveSize.SMALL);
  private static final String SAMPLE = "processed/movielens_interference_ratings_sample";

  /** They list what each archive has; everything else is of the whole. */
  private static final List<String> OF_ARCHIVES =
      List.of("writeup/tables/archive.csv", "writeup/tables/data_quality.csv");

  @TempDir private static Path folder;
  private List<String> parts;
  private Path whole;
  private Path ofParts;

  @BeforeAll
  void run() throws IOException {
    Path archive = SMALL.writeTo(folder.resolve("whole.zip")).path();
    parts =
        SMALL.writePartsTo(folder.resolve("parts/small.zip"), 3).stream()
            .map(part -> part.path().toString())
            .toList();
    whole = run(archive.toString(), "whole", 3);
    ofParts = run(folder + "/parts/small-*.zip", "parts", 3);
  }

  /** More tags than the first archive has, and fewer than all. */
  private static Path run(String input, String name, int shards) {
    return SetupRun.of(Path.of(input))
        .with("userModulus", 3)
        .with("tagSampleRows", 2_000)
        .with("ratingsShards", shards)
        .with("partitions", shards)
        .into(folder.resolve("out-" + name));
  }

  @Test
  void everyFileButTheArchivesOwnIsTheSame() throws IOException {
    Map<String, String> expected = sums(whole);
    Map<String, String> found = sums(ofParts);

    assertThat(found.keySet(), is(expected.keySet()));
    List<String> differing = new ArrayList<>();
    found.forEach(
        (path, sum) -> {
          if (!sum.equals(expected.get(path))) {
            differing.add(path);
          }
        });
    // The page shows the archives' tables.
    assertThat(
        differing,
        containsInAnyOrder(
            Stream.concat(OF_ARCHIVES.stream(), Stream.of("report.html")).toArray(String[]::new)));
  }

  @Test
  void theOrderOnTheCommandLineHasNoSay() throws IOException {
    Path reversed = run(parts.get(2) + "," + parts.get(0) + "," + parts.get(1), "reversed", 3);

    assertThat(
        Files.readString(reversed.resolve(Manifest.FILE)),
        is(Files.readString(ofParts.resolve(Manifest.FILE))));
  }

  @Test
  void aUserIsInOneShard() throws Exception {
    List<Map<String, String>> users =
        TableReader.query(
            "SELECT userId, count(DISTINCT filename) AS files FROM read_parquet('"
                + ofParts.resolve(SAMPLE)
                + "-*.parquet', filename = true) GROUP BY userId",
            "");

    assertThat(users.size(), greaterThan(200));
    assertThat(users.stream().map(row -> row.get("files")).distinct().toList(), contains("1"));
    try (Stream<Path> files = Files.list(ofParts.resolve("processed"))) {
      assertThat(
          files.filter(file -> file.getFileName().toString().contains("-of-00003")).count(),
          is(3L));
    }
  }

  @Test
  void everyArchiveIsListed() throws IOException {
    String archives = Files.readString(ofParts.resolve("writeup/tables/archive.csv"));
    String quality = Files.readString(ofParts.resolve("writeup/tables/data_quality.csv"));
    List<String> inputs = new ArrayList<>();
    manifest(ofParts).input().forEach(entry -> inputs.add(entry.archive()));

    for (String part : parts) {
      String name = Path.of(part).getFileName().toString();
      for (String csv : List.of("ratings.csv", "movies.csv", "tags.csv", "links.csv")) {
        assertThat(archives, containsString("\n" + name + "!ml-generated-small-7/" + csv + ","));
        assertThat(
            quality, containsString("\n" + name + ",ml-generated-small-7/" + csv + ",rows_read,"));
      }
      assertThat(inputs.stream().filter(name::equals).count(), is(6L));
    }
  }

  @Test
  void aPartAndTheWholeShareUsers() throws IOException {
    Path output = folder.resolve("out-shared");
    String line = refusal(parts.get(1) + "," + folder.resolve("whole.zip"), output);

    assertThat(
        line,
        containsString(
            "INPUT-033 "
                + folder.resolve("whole.zip")
                + ": user 204 has ratings in two archives; expected each user in one archive,"
                + " found this user in "
                + parts.get(1)
                + " too; "));
    assertThat(Files.exists(output.resolve("_SUCCESS")), is(false));
    assertThat(Files.exists(output.resolve("processed")), is(false));
  }

  @Test
  void aPartOfAnotherDataSetHasOtherMovies() throws IOException {
    GeneratedArchive other =
        SMALL.withSeed(8).writePartsTo(folder.resolve("other/other.zip"), 2).get(0);
    Path output = folder.resolve("out-other");
    String line = refusal(other.path() + "," + parts.get(2), output);

    assertThat(line, containsString("INPUT-032 " + parts.get(2) + "!ml-generated-small-7/"));
    assertThat(line, containsString(" differs from that in " + other.path() + ": "));
    assertThat(Files.exists(output.resolve("_SUCCESS")), is(false));
    assertThat(Files.exists(output.resolve("processed")), is(false));
  }

  private static String refusal(String input, Path output) {
    StringWriter said = new StringWriter();
    int exitCode =
        SpillwayCommand.run(
            new String[] {"prepare", "--quiet", "--input=" + input, "--output=" + output},
            runner -> List.of(),
            new PrintWriter(said));
    assertThat(said.toString(), exitCode, is(2));
    assertThat(said.toString().lines().count(), is(1L));
    return said.toString();
  }

  private static Map<String, String> sums(Path output) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (PublishedFile file : manifest(output).outputs()) {
      sums.put(file.path(), file.sha256());
    }
    return sums;
  }

  private static Manifest manifest(Path output) throws IOException {
    return Manifest.fromJson(Files.readString(output.resolve(Manifest.FILE)));
  }
}
