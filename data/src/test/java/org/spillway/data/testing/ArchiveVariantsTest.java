package org.spillway.data.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.data.movielens.Checksums;
import org.spillway.data.movielens.MovieLensFile;

class ArchiveVariantsTest {
  @TempDir Path folder;
  private Path source;
  private Path target;
  private ZipFixture original;

  @BeforeEach
  void generate() throws IOException {
    source = folder.resolve("source.zip");
    target = folder.resolve("target.zip");
    ArchiveGenerator.of(ArchiveSize.TINY).writeTo(source);
    original = ZipFixture.read(source);
  }

  @Test
  void withLfChangesTheLineEndsOfAllCsvs() throws Exception {
    ZipFixture variant = ZipFixture.read(ArchiveVariants.withLf(source, target));

    for (MovieLensFile file : MovieLensFile.values()) {
      assertThat(
          variant.entry(file.fileName()).text(),
          is(original.entry(file.fileName()).text().replace("\r", "")));
    }
    assertChecksumsMatch(variant);
  }

  @Test
  void withBomMarksAllCsvs() throws Exception {
    ZipFixture variant = ZipFixture.read(ArchiveVariants.withBom(source, target));

    for (MovieLensFile file : MovieLensFile.values()) {
      assertThat(
          variant.entry(file.fileName()).text(),
          is("\uFEFF" + original.entry(file.fileName()).text()));
    }
    assertChecksumsMatch(variant);
  }

  @Test
  void withoutLastLineEndCutsAllCsvs() throws Exception {
    ZipFixture variant = ZipFixture.read(ArchiveVariants.withoutLastLineEnd(source, target));

    for (MovieLensFile file : MovieLensFile.values()) {
      assertThat(
          variant.entry(file.fileName()).text() + "\r\n",
          is(original.entry(file.fileName()).text()));
    }
    assertChecksumsMatch(variant);
  }

  @Test
  void atRootHasTheSameFilesWithoutAFolder() throws Exception {
    ZipFixture variant = ZipFixture.read(ArchiveVariants.atRoot(source, target));

    assertThat(
        variant.entries().stream().map(FixtureEntry::name).toList(),
        is(
            original.entries().stream()
                .map(FixtureEntry::name)
                .filter(name -> !name.endsWith("/"))
                .map(name -> name.replaceFirst(".*/", ""))
                .toList()));
    assertThat(variant.entry("tags.csv").bytes(), is(original.entry("tags.csv").bytes()));
    assertChecksumsMatch(variant);
  }

  @Test
  void withStoredRatingsStoresThemAlone() throws Exception {
    ZipFixture variant = ZipFixture.read(ArchiveVariants.withStoredRatings(source, target));

    assertThat(variant.entry("ratings.csv").isStored(), is(true));
    assertThat(variant.entry("movies.csv").isStored(), is(false));
    assertThat(variant.entry("ratings.csv").bytes(), is(original.entry("ratings.csv").bytes()));
  }

  @Test
  void withShuffledRatingsHasTheSameRowsInAnotherOrder() throws Exception {
    ZipFixture variant = ZipFixture.read(ArchiveVariants.withShuffledRatings(source, target, 1));
    String before = original.entry("ratings.csv").text();
    String after = variant.entry("ratings.csv").text();

    assertThat(after, is(not(before)));
    assertThat(sortedLines(after), is(sortedLines(before)));
    assertThat(after.lines().findFirst(), is(before.lines().findFirst()));
    assertChecksumsMatch(variant);
  }

  private static void assertChecksumsMatch(ZipFixture zip) throws Exception {
    Checksums checksums =
        Checksums.parse(new String(zip.entry(Checksums.FILE_NAME).bytes(), UTF_8));
    for (MovieLensFile file : MovieLensFile.values()) {
      byte[] md5 = MessageDigest.getInstance("MD5").digest(zip.entry(file.fileName()).bytes());
      assertThat(checksums.of(file).orElseThrow(), is(HexFormat.of().formatHex(md5)));
    }
  }

  private static String[] sortedLines(String text) {
    String[] lines = text.split("\r\n");
    Arrays.sort(lines);
    return lines;
  }
}
