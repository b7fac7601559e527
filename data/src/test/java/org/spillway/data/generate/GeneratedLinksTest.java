package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.testing.ZipFixture;

class GeneratedLinksTest {
  @TempDir Path folder;

  @Test
  void everyMovieHasALink() throws IOException {
    ZipFixture zip = archive(ArchiveSize.TINY);

    assertThat(
        Table.of(zip.entry("links.csv")).ints("movieId"),
        is(Table.of(zip.entry("movies.csv")).ints("movieId")));
  }

  @Test
  void imdbIdsAreUniqueAndPaddedToSevenDigits() throws IOException {
    List<String> ids = Table.of(archive(ArchiveSize.SMALL).entry("links.csv")).column("imdbId");

    assertThat(new HashSet<>(ids).size(), is(ids.size()));
    assertThat(ids.stream().allMatch(id -> id.matches("\\d{7}|[1-9]\\d{7}")), is(true));
    assertThat(ids.stream().filter(id -> id.startsWith("0")).count(), is(greaterThan(500L)));
    assertThat(
        (double) ids.stream().filter(id -> id.length() == 8).count() / ids.size(),
        is(closeTo(0.08, 0.01)));
  }

  @Test
  void someTmdbIdsAreMissing() throws IOException {
    List<String> tiny = Table.of(archive(ArchiveSize.TINY).entry("links.csv")).column("tmdbId");
    List<String> small = Table.of(archive(ArchiveSize.SMALL).entry("links.csv")).column("tmdbId");

    assertThat(tiny.stream().filter(String::isEmpty).count(), is(greaterThan(0L)));
    assertThat(
        (double) small.stream().filter(String::isEmpty).count() / small.size(),
        is(closeTo(0.0014, 0.001)));
    assertThat(small.stream().allMatch(id -> id.matches("([1-9]\\d*)?")), is(true));
  }

  private ZipFixture archive(ArchiveSize size) throws IOException {
    Path path = folder.resolve("links.zip");
    ArchiveGenerator.of(size).withSeed(5).overwriting().writeTo(path);
    return ZipFixture.read(path);
  }
}
