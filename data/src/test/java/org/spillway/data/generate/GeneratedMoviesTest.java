package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.SharedData;
import org.spillway.data.testing.ZipFixture;

class GeneratedMoviesTest {
  /** As the setup spec, section 2, finds the release year. */
  private static final Pattern YEAR =
      Pattern.compile("\\((\\d{4})\\)\\s*$", Pattern.UNICODE_CHARACTER_CLASS);

  private static FixtureEntry tiny;
  private static List<String> tinyTitles;
  private static Table small;

  @BeforeAll
  static void generate(@TempDir Path folder) throws IOException {
    tiny = movies(ArchiveSize.TINY, folder.resolve("tiny.zip"));
    tinyTitles = Table.of(tiny).column("title");
    small = Table.of(movies(ArchiveSize.SMALL, folder.resolve("small.zip")));
  }

  @ParameterizedTest
  @EnumSource(TitleOddity.class)
  void evenATinyArchiveHasEveryOddity(TitleOddity oddity) {
    Pattern pattern =
        Pattern.compile(
            switch (oddity) {
              case QUOTES_AT_START -> "\"[^\"]+\" .* \\(\\d{4}\\)";
              case QUOTES_INSIDE -> "The \"[^\"]+\" .* \\(\\d{4}\\)";
              case LONE_QUOTE -> "12'08\"02 - [^\"]* \\(\\d{4}\\)";
              case NO_BREAK_SPACE_BEFORE_YEAR -> ".*[^ ]\u00A0\\(\\d{4}\\)";
              case NO_BREAK_SPACE_AT_END -> ".* \\(\\d{4}\\)\u00A0";
              case SPACES_AT_END -> ".* \\(\\d{4}\\) {1,2}";
              case NO_YEAR -> "[^0-9]*";
              case YEAR_WITHOUT_PARENTHESES -> ".* \\d{4}";
              case YEAR_RANGE -> ".* \\(\\d{4}\u2013\\d{4}\\)";
              case YEAR_TWICE -> ".* (\\(\\d{4}\\)) \\1";
              case PARENTHESIS_TOO_MANY -> ".* \\(\\d{4}\\)\\)";
              case YEAR_NOT_LAST -> ".* \\(\\d{4}\\) \\([^)]*\\)";
              case ZERO_WIDTH_SPACE -> ".* \\(\\d{4}\\)\u200B";
            });

    assertThat(
        tinyTitles.stream().filter(title -> pattern.matcher(title).matches()).count(),
        is(greaterThan(0L)));
  }

  @Test
  void titlesWithCommasAndQuotesAreQuoted() {
    assertThat(tiny.text().lines().filter(line -> line.matches("\\d+,\"\"\".*")).count(), is(1L));
    assertThat(
        tiny.text()
            .lines()
            .filter(line -> line.matches("\\d+,\"[^\"]+, The \\(\\d{4}\\)\",.*"))
            .count(),
        is(greaterThan(5L)));
  }

  @Test
  void someTitlesAreNotAscii() {
    double share =
        (double) small.column("title").stream().filter(t -> t.matches(".*[à-ž].*")).count()
            / small.rows().size();

    assertThat(share, is(closeTo(0.03, 0.01)));
  }

  @Test
  void aboutOneTitleInAHundredHasNoReleaseYear() {
    double share =
        (double) small.column("title").stream().filter(t -> !YEAR.matcher(t).find()).count()
            / small.rows().size();

    assertThat(share, is(closeTo(0.0075, 0.0035)));
  }

  @Test
  void genresHaveMl32msShares() {
    assertThat(shareOf("(no genres listed)"), is(closeTo(0.0808, 0.01)));
    assertThat(shareOf("Drama"), is(closeTo(0.3902, 0.02)));
    assertThat(shareOf("Comedy"), is(closeTo(0.2640, 0.02)));
    assertThat(shareOf("Documentary"), is(closeTo(0.1069, 0.012)));
    assertThat(shareOf("Sci-Fi"), is(closeTo(0.0560, 0.01)));
    assertThat(shareOf("Film-Noir"), is(closeTo(0.0040, 0.003)));
  }

  @Test
  void genresAreInAlphabeticalOrderButImaxIsLast() {
    for (String genres : small.column("genres")) {
      List<String> listed = Arrays.asList(genres.split("\\|"));
      List<String> sorted =
          listed.stream()
              .sorted((a, b) -> a.equals("IMAX") ? 1 : b.equals("IMAX") ? -1 : a.compareTo(b))
              .toList();
      assertThat(listed, is(sorted));
    }
    assertThat(
        small.column("genres").stream().filter(genres -> genres.endsWith("|IMAX")).count(),
        is(greaterThan(0L)));
  }

  @Test
  void idsAscendWithGaps() {
    int[] ids = small.ints("movieId");

    for (int i = 1; i < ids.length; i++) {
      assertThat(ids[i], is(greaterThan(ids[i - 1])));
    }
    assertThat(ids[0], is(1));
    assertThat((double) ids[ids.length - 1] / ids.length, is(closeTo(3.3, 0.7)));
  }

  @Test
  void noTitleIsARealFilms() throws IOException {
    Optional<Path> real = SharedData.find("data/ml-32m-catalog.zip");
    assumeTrue(real.isPresent(), SharedData.WHERE);

    Set<String> common = names(Table.of(ZipFixture.read(real.orElseThrow()).entry("movies.csv")));
    common.retainAll(names(small));

    assertThat(common, is(empty()));
  }

  private static FixtureEntry movies(ArchiveSize size, Path path) throws IOException {
    ArchiveGenerator.of(size).withSeed(5).writeTo(path);
    return ZipFixture.read(path).entry("movies.csv");
  }

  private static double shareOf(String genre) {
    return (double)
            small.column("genres").stream()
                .filter(genres -> Arrays.asList(genres.split("\\|")).contains(genre))
                .count()
        / small.rows().size();
  }

  private static Set<String> names(Table movies) {
    return movies.column("title").stream()
        .map(title -> YEAR.matcher(title).replaceFirst("").strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
