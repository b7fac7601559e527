package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.movielens.Checksums;
import org.spillway.data.movielens.MovieLensFile;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.ZipFixture;

class ArchiveGeneratorTest {
  private static final ArchiveGenerator TINY = ArchiveGenerator.of(ArchiveSize.TINY).withSeed(7);

  @TempDir Path folder;

  @Test
  void writesTheFilesOfAMovieLensArchiveBelowOneFolder() throws IOException {
    ZipFixture zip = ZipFixture.read(write(TINY, "a.zip"));

    assertThat(
        zip.entries().stream().map(FixtureEntry::name).toList(),
        contains(
            "ml-generated-tiny-7/",
            "ml-generated-tiny-7/tags.csv",
            "ml-generated-tiny-7/links.csv",
            "ml-generated-tiny-7/README.txt",
            "ml-generated-tiny-7/ratings.csv",
            "ml-generated-tiny-7/movies.csv",
            "ml-generated-tiny-7/checksums.txt"));
  }

  @Test
  void partsPutTogetherAreTheWhole() throws IOException {
    ZipFixture whole = ZipFixture.read(write(TINY, "whole.zip"));

    List<GeneratedArchive> parts = TINY.writePartsTo(folder.resolve("cut/tiny.zip"), 3);

    assertThat(
        parts.stream().map(part -> part.path().getFileName().toString()).toList(),
        contains("tiny-00000-of-00003.zip", "tiny-00001-of-00003.zip", "tiny-00002-of-00003.zip"));
    for (String csv : List.of("ratings.csv", "tags.csv")) {
      StringBuilder rows = new StringBuilder();
      for (GeneratedArchive part : parts) {
        String text = ZipFixture.read(part.path()).entry(csv).text();
        int rowsBegin = text.indexOf('\n') + 1;
        rows.append(rows.isEmpty() ? text : text.substring(rowsBegin));
      }
      assertThat(csv, rows.toString(), is(whole.entry(csv).text()));
    }
    for (String csv : List.of("movies.csv", "links.csv")) {
      for (GeneratedArchive part : parts) {
        assertThat(ZipFixture.read(part.path()).entry(csv).text(), is(whole.entry(csv).text()));
      }
    }
  }

  @Test
  void moreOrFewerPartsThanUsersAreRefused() {
    for (int parts : new int[] {0, ArchiveSize.TINY.users() + 1}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> TINY.writePartsTo(folder.resolve("a.zip"), parts));

      assertThat(
          refused.getMessage(),
          is("parts must be from 1 to " + ArchiveSize.TINY.users() + ", but was: " + parts));
    }
  }

  @Test
  void everyCsvHasItsHeaderAndExactlyTheRowsOfTheSize() throws IOException {
    GeneratedArchive archive = TINY.writeTo(folder.resolve("a.zip"));
    ZipFixture zip = ZipFixture.read(archive.path());

    for (MovieLensFile file : MovieLensFile.values()) {
      Table table = Table.of(zip.entry(file.fileName()));
      int rows =
          switch (file) {
            case RATINGS -> ArchiveSize.TINY.ratings();
            case MOVIES, LINKS -> ArchiveSize.TINY.movies();
            case TAGS -> ArchiveSize.TINY.tags();
          };
      assertThat(table.header(), is(file.columns()));
      assertThat(file.fileName(), table.rows().size(), is(rows));
      assertThat(archive.entry(file.fileName()).rows(), is((long) rows));
      assertThat(
          archive.entry(file.fileName()).bytes(),
          is((long) zip.entry(file.fileName()).bytes().length));
    }
    assertThat(archive.bytes(), is(Files.size(archive.path())));
  }

  @Test
  void everyLineOfACsvEndsInCrlfAndNoCellHoldsALineEnd() throws IOException {
    ZipFixture zip = ZipFixture.read(write(TINY, "a.zip"));

    for (MovieLensFile file : MovieLensFile.values()) {
      String text = zip.entry(file.fileName()).text();
      assertThat(file.fileName(), text.endsWith("\r\n"), is(true));
      assertThat(file.fileName(), text.replace("\r\n", "").matches("[^\r\n]*"), is(true));
    }
  }

  @Test
  void checksumsAreTheMd5sOfTheCsvsInMd5sumsFormat() throws Exception {
    GeneratedArchive archive = TINY.writeTo(folder.resolve("a.zip"));
    ZipFixture zip = ZipFixture.read(archive.path());

    StringBuilder expected = new StringBuilder();
    for (String name : List.of("links.csv", "movies.csv", "ratings.csv", "tags.csv")) {
      byte[] md5 = MessageDigest.getInstance("MD5").digest(zip.entry(name).bytes());
      expected.append(HexFormat.of().formatHex(md5)).append("  ").append(name).append('\n');
      assertThat(archive.entry(name).md5(), is(HexFormat.of().formatHex(md5)));
    }
    assertThat(zip.entry(Checksums.FILE_NAME).text(), is(expected.toString()));
  }

  @Test
  void theSameSizeAndSeedGiveTheSameBytes() throws IOException {
    assertThat(Files.mismatch(write(TINY, "a.zip"), write(TINY, "b.zip")), is(-1L));
  }

  @Test
  void theCsvsAreTheSameOnEveryJvm() throws IOException {
    // Whoever changes the generator changes these; nothing else may.
    assertThat(
        ZipFixture.read(write(TINY, "a.zip")).entry(Checksums.FILE_NAME).text(),
        is(
            """
            aa396c024ae9ddf8849d57cddf712845  links.csv
            50653a4126fd8785650f393ce1a0ff71  movies.csv
            202443029eb193ca93c069c6bd7ec285  ratings.csv
            77ff4ad40f3b2a519e2517146fccd204  tags.csv
            """));
  }

  @Test
  void anotherSeedGivesOtherFiles() throws IOException {
    ZipFixture seven = ZipFixture.read(write(TINY, "a.zip"));
    ZipFixture eight = ZipFixture.read(write(TINY.withSeed(8), "b.zip"));

    for (MovieLensFile file : MovieLensFile.values()) {
      assertThat(
          file.fileName(),
          seven.entry(file.fileName()).text(),
          is(not(eight.entry(file.fileName()).text())));
    }
  }

  @Test
  void refusesToOverwrite() throws IOException {
    Path path = Files.writeString(folder.resolve("a.zip"), "mine");

    FileAlreadyExistsException e =
        assertThrows(FileAlreadyExistsException.class, () -> TINY.writeTo(path));

    assertThat(
        e.getMessage(),
        is(path + ": expected no such file, found one; overwrite it or name another"));
    assertThat(Files.readString(path), is("mine"));
    assertThat(files(), contains("a.zip"));
  }

  @Test
  void overwritesWhenToldTo() throws IOException {
    Path path = Files.writeString(folder.resolve("a.zip"), "old");

    TINY.overwriting().writeTo(path);

    assertThat(Files.mismatch(path, write(TINY, "b.zip")), is(-1L));
  }

  @Test
  void refusesAFolderEvenWhenToldToOverwrite() throws IOException {
    FileAlreadyExistsException e =
        assertThrows(FileAlreadyExistsException.class, () -> TINY.overwriting().writeTo(folder));

    assertThat(e.getMessage(), startsWith(folder + ": expected the name of a file to write"));
    assertThat(files(), is(empty()));
  }

  @Test
  void makesTheFolderAndLeavesNothingElseInIt() throws IOException {
    Path path = folder.resolve("new/deep/a.zip");

    TINY.writeTo(path);

    try (Stream<Path> siblings = Files.list(path.getParent())) {
      assertThat(siblings.toList(), contains(path));
    }
  }

  private Path write(ArchiveGenerator generator, String name) throws IOException {
    return generator.writeTo(folder.resolve(name)).path();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
