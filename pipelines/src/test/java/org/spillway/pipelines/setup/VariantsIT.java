package org.spillway.pipelines.setup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.data.testing.ArchiveVariants;

/** The same ratings in another wrapping give the same Parquet bytes. */
@TestInstance(Lifecycle.PER_CLASS)
class VariantsIT {
  private static final String RATINGS = "processed/movielens_interference_ratings_sample.parquet";
  private static final String SLATES = "processed/movielens_interference_slate_seed.parquet";

  @TempDir private static Path folder;
  private Path archive;
  private Map<String, byte[]> expected;

  @BeforeAll
  void runOnce() throws IOException {
    archive = folder.resolve("plain.zip");
    ArchiveGenerator.of(ArchiveSize.TINY).withSeed(5).writeTo(archive);
    expected = parquet(run(archive));
    assertThat(expected.size(), is(4));
  }

  @Test
  void theSameArchiveAgain() throws IOException {
    assertSameBytes(parquet(run(archive)), expected);
  }

  @Test
  void linesEndInLf() throws IOException {
    assertSameBytes(parquet(run(ArchiveVariants.withLf(archive, variant()))), expected);
  }

  @Test
  void entriesBeginWithAByteOrderMark() throws IOException {
    assertSameBytes(parquet(run(ArchiveVariants.withBom(archive, variant()))), expected);
  }

  @Test
  void noNewlineAtTheEnd() throws IOException {
    assertSameBytes(parquet(run(ArchiveVariants.withoutLastLineEnd(archive, variant()))), expected);
  }

  @Test
  void entriesAreAtTheRoot() throws IOException {
    assertSameBytes(parquet(run(ArchiveVariants.atRoot(archive, variant()))), expected);
  }

  @Test
  void ratingsAreStored() throws IOException {
    assertSameBytes(parquet(run(ArchiveVariants.withStoredRatings(archive, variant()))), expected);
  }

  /**
   * File order decides two things only: the order of a user's rows in the sample, and which of two
   * ratings of the same second and value comes first on a slate. All else is the same.
   */
  @Test
  void ratingsAreShuffled() throws Exception {
    Path output = run(ArchiveVariants.withShuffledRatings(archive, variant(), 3));
    Map<String, byte[]> actual = parquet(output);
    Path shuffledRatings = output.resolve(RATINGS);
    Path plainRatings = Files.write(folder.resolve("ratings.parquet"), expected.get(RATINGS));

    assertThat(actual.get(RATINGS), is(not(expected.get(RATINGS))));
    assertThat(sorted(shuffledRatings), is(sorted(plainRatings)));
    Path plainSlates = Files.write(folder.resolve("slates.parquet"), expected.get(SLATES));
    assertThat(ranks(output.resolve(SLATES)), is(ranks(plainSlates)));
    assertSameBytes(withoutFileOrder(actual), withoutFileOrder(expected));
  }

  private Path variant() throws IOException {
    return Files.createTempDirectory(folder, "variant").resolve("variant.zip");
  }

  private Path run(Path zip) throws IOException {
    return SetupRun.of(zip)
        .with("userModulus", 3)
        .into(Files.createTempDirectory(folder, "run").resolve("out"));
  }

  private static Map<String, byte[]> parquet(Path output) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> paths = Files.list(output.resolve("processed"))) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".parquet")).sorted().toList()) {
        files.put("processed/" + path.getFileName(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static void assertSameBytes(Map<String, byte[]> actual, Map<String, byte[]> expected) {
    assertThat(actual.keySet(), is(expected.keySet()));
    actual.forEach((file, bytes) -> assertThat(file, bytes, is(expected.get(file))));
  }

  private static Map<String, byte[]> withoutFileOrder(Map<String, byte[]> files) {
    Map<String, byte[]> others = new LinkedHashMap<>(files);
    others.keySet().removeAll(List.of(RATINGS, SLATES));
    return others;
  }

  private static List<String> sorted(Path ratings) throws Exception {
    return TableReader.parquet(ratings).stream()
        .map(Map::toString)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** What a position on a slate is worth, whichever of equal movies has it. */
  private static List<String> ranks(Path slates) throws Exception {
    List<String> ranks = new ArrayList<>();
    for (Map<String, String> row : TableReader.parquet(slates)) {
      ranks.add(
          String.join(
              " ",
              row.get("slate_id"),
              row.get("slate_position_seed"),
              row.get("observed_relevance"),
              row.get("rating_datetime")));
    }
    return ranks;
  }
}
