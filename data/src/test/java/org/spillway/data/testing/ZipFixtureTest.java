package org.spillway.data.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipFixtureTest {
  private static final ZipFixture FIXTURE =
      ZipFixture.of(
          FixtureEntry.ofLines("ratings.csv", "userId,movieId,rating,timestamp", "1,2,3.5,4"),
          FixtureEntry.of("movies.csv", "movieId,title,genres\n").stored());

  @TempDir Path folder;

  @Test
  void writesEntriesInOrderStoredOrDeflated() throws IOException {
    try (ZipFile zip = new ZipFile(write(FIXTURE).toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();

      assertThat(
          entries.stream().map(ZipEntry::getName).toList(), contains("ratings.csv", "movies.csv"));
      assertThat(
          entries.stream().map(ZipEntry::getMethod).toList(),
          contains(ZipEntry.DEFLATED, ZipEntry.STORED));
      assertThat(
          new String(zip.getInputStream(entries.get(1)).readAllBytes(), UTF_8),
          is("movieId,title,genres\n"));
    }
  }

  @Test
  void readsWhatItWrote() throws IOException {
    ZipFixture read = ZipFixture.read(write(FIXTURE.inFolder("ml")));

    assertThat(names(read), contains("ml/", "ml/ratings.csv", "ml/movies.csv"));
    assertThat(
        read.entry("ratings.csv").text(), is("userId,movieId,rating,timestamp\r\n1,2,3.5,4\r\n"));
    assertThat(read.entry("movies.csv").isStored(), is(true));
    assertThat(read.entry("ratings.csv").isStored(), is(false));
  }

  @Test
  void equalFixturesGiveEqualBytes() throws IOException {
    byte[] once = Files.readAllBytes(write(FIXTURE));

    assertThat(Files.readAllBytes(write(FIXTURE)), is(once));
  }

  @Test
  void entriesAreAddedChangedAndRemovedByName() {
    ZipFixture zip =
        FIXTURE
            .inFolder("ml")
            .with(FixtureEntry.of("__MACOSX/._ratings.csv", "x"))
            .without("movies.csv")
            .change("ratings.csv", FixtureEntry::withLf);

    assertThat(names(zip), contains("ml/", "ml/ratings.csv", "__MACOSX/._ratings.csv"));
    assertThat(zip.entry("ratings.csv").text(), is("userId,movieId,rating,timestamp\n1,2,3.5,4\n"));
  }

  @Test
  void atRootThereAreNoFolders() {
    assertThat(names(FIXTURE.inFolder("ml").atRoot()), contains("ratings.csv", "movies.csv"));
  }

  @Test
  void anAbsentEntryIsNamed() {
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> FIXTURE.entry("tags.csv")).getMessage(),
        is("no entry tags.csv"));
  }

  private Path write(ZipFixture fixture) throws IOException {
    return fixture.writeTo(folder.resolve("a.zip"));
  }

  private static List<String> names(ZipFixture zip) {
    return zip.entries().stream().map(FixtureEntry::name).toList();
  }
}
