package org.spillway.data.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ArchiveSizeTest {
  @Test
  void sizesAreFoundByNameInAnyCase() {
    assertThat(ArchiveSize.names(), is(List.of("tiny", "small", "large")));
    assertThat(ArchiveSize.named("small"), is(ArchiveSize.SMALL));
    assertThat(ArchiveSize.named("LARGE"), is(ArchiveSize.LARGE));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThat(
        message(() -> ArchiveSize.named("huge")),
        is("size must be one of [tiny, small, large], but was: huge"));
  }

  @Test
  void growthKeepsTheCatalogAndTheRatingsPerUser() {
    assertThat(
        ArchiveSize.ofRatings(16_000_102),
        is(new ArchiveSize("ratings-16000102", 100_474, 87_585, 84_432, 16_000_102, 1_000_036)));
  }

  @Test
  void growthIsFromOneTo64Million() {
    assertThat(ArchiveSize.ofRatings(1_000_000).users(), is(6_279));
    assertThat(ArchiveSize.ofRatings(64_000_000).users(), is(401_893));
    assertThat(
        message(() -> ArchiveSize.ofRatings(999_999)),
        is("ratings must be from 1,000,000 to 64,000,000, but was: 999,999"));
  }

  @Test
  void ownSizesAreChecked() {
    assertThat(
        ArchiveSize.of(50, 300, 2_000), is(new ArchiveSize("custom", 50, 300, 294, 2_000, 100)));
    assertThat(
        message(() -> ArchiveSize.of(50, 300, 999)),
        is("ratings must be from 1,000 to 3,675, but was: 999"));
    assertThat(
        message(() -> ArchiveSize.of(50, 300, 3_676)),
        is("ratings must be from 1,000 to 3,675, but was: 3,676"));
    assertThat(
        message(() -> ArchiveSize.of(50, 199, 2_000)),
        is("movies must be from 200 to 1,000,000, but was: 199"));
    assertThat(
        message(() -> ArchiveSize.of(11, 300, 2_000)),
        is("users must be from 12 to 107,374,182, but was: 11"));
    assertThat(
        message(() -> ArchiveSize.TINY.withTags(-1)),
        is("tags must be from 0 to 2,147,483,647, but was: -1"));
    assertThat(
        message(() -> new ArchiveSize("My Size", 50, 300, 294, 2_000, 100)),
        is("name must be lower-case letters, digits and hyphens, but was: My Size"));
  }

  private static String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
