package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.data.testing.ZipFixture;

/** Sizes at the edges of what is allowed still come out exact. */
class CustomSizesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "50, 300, 294, 1000, 0", // the fewest ratings
    "50, 300, 294, 3675, 0", // the most
    "12, 200, 200, 600, 1", // as many movies per rating as can be, and a single tag
    "20, 5000, 100, 400, 40", // hardly a movie is rated
    "30, 400, 390, 2000, 60000" // far more tags than ratings
  })
  void areExact(int users, int movies, int ratedMovies, int ratings, int tags) throws IOException {
    Path path = folder.resolve("custom.zip");
    ArchiveSize size = new ArchiveSize("custom", users, movies, ratedMovies, ratings, tags);

    GeneratedArchive archive = ArchiveGenerator.of(size).writeTo(path);

    Table written = Table.of(ZipFixture.read(path).entry("ratings.csv"));
    assertThat(archive.entry("ratings.csv").rows(), is((long) ratings));
    assertThat(archive.entry("tags.csv").rows(), is((long) tags));
    assertThat(distinct(written.ints("userId")), is((long) users));
    assertThat(distinct(written.ints("movieId")), is((long) ratedMovies));
  }

  @Test
  void growthSizesAreExactToo() throws IOException {
    Path path = folder.resolve("million.zip");

    GeneratedArchive archive = ArchiveGenerator.of(ArchiveSize.ofRatings(1_000_000)).writeTo(path);

    assertThat(archive.entry("ratings.csv").rows(), is(1_000_000L));
    assertThat(archive.entry("movies.csv").rows(), is(87_585L));
    assertThat(archive.entry("tags.csv").rows(), is(62_501L));
  }

  private static long distinct(int[] ids) {
    return Arrays.stream(ids).distinct().count();
  }
}
