package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.data.testing.FixtureEntry;
import org.spillway.data.testing.ZipFixture;

class GeneratedTagsTest {
  @TempDir Path folder;

  @Test
  void evenATinyArchiveHasTheOddTags() throws IOException {
    FixtureEntry tags = tags(ArchiveSize.TINY);

    assertThat(
        Table.of(tags).column("tag"),
        hasItems("NA", " slow burn ", "Café", "good, bad and worse", "so-called \"classic\""));
    assertThat(tags.text().contains(",NA,"), is(true));
    assertThat(tags.text().contains(",\"so-called \"\"classic\"\"\","), is(true));
    assertThat(tags.text().contains(",\"good, bad and worse\","), is(true));
  }

  @Test
  void rowsAreSortedByUserAndMovie() throws IOException {
    Table tags = Table.of(tags(ArchiveSize.SMALL));
    int[] users = tags.ints("userId");
    int[] movies = tags.ints("movieId");

    for (int i = 1; i < users.length; i++) {
      boolean ascending =
          users[i - 1] < users[i] || (users[i - 1] == users[i] && movies[i - 1] <= movies[i]);
      assertThat("row " + (i + 1), ascending, is(true));
    }
  }

  @Test
  void fewUsersTagAndAFewOfTheseTagMost() throws IOException {
    Map<String, Long> perUser = counts(Table.of(tags(ArchiveSize.SMALL)).column("userId"));
    long most = perUser.values().stream().mapToLong(Long::longValue).max().orElseThrow();

    assertThat(perUser.size(), is((int) (ArchiveSize.SMALL.users() * 0.08)));
    assertThat((double) most / ArchiveSize.SMALL.tags(), is(closeTo(0.45, 0.2)));
  }

  @Test
  void tagsHaveALongTailAndMixedCase() throws IOException {
    List<String> tags = Table.of(tags(ArchiveSize.SMALL)).column("tag");
    Map<String, Long> clean =
        counts(tags.stream().map(tag -> tag.strip().toLowerCase(Locale.ROOT)).toList());

    assertThat(clean.size(), is(allOf(greaterThan(700), lessThan(1_800))));
    assertThat(new HashSet<>(tags).size(), is(greaterThan(clean.size())));
    assertThat(
        clean.values().stream().mapToLong(Long::longValue).max().orElseThrow(),
        is(allOf(greaterThan(25L), lessThan(150L))));
  }

  @Test
  void thereMayBeNoTags() throws IOException {
    assertThat(tags(ArchiveSize.TINY.withTags(0)).text(), is("userId,movieId,tag,timestamp\r\n"));
  }

  private FixtureEntry tags(ArchiveSize size) throws IOException {
    Path path = folder.resolve("tags.zip");
    ArchiveGenerator.of(size).withSeed(5).overwriting().writeTo(path);
    return ZipFixture.read(path).entry("tags.csv");
  }

  private static Map<String, Long> counts(List<String> values) {
    return values.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
