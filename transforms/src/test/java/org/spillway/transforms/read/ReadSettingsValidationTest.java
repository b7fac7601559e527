package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The options that all reads have, and their limits. */
class ReadSettingsValidationTest {

  static Stream<Arguments> refusedShares() {
    return Stream.<DoubleConsumer>of(
            ReadZipCsv.ratings()::withMaxRejectedShare,
            ReadZipCsv.movies()::withMaxRejectedShare,
            ReadZipCsv.tags()::withMaxRejectedShare,
            ReadZipCsv.links()::withMaxRejectedShare)
        .flatMap(
            read ->
                Stream.of(
                    arguments(read, -0.001), arguments(read, 1.001), arguments(read, Double.NaN)));
  }

  @ParameterizedTest
  @MethodSource("refusedShares")
  void withMaxRejectedShareRefusesWhatIsNoShare(DoubleConsumer read, double share) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> read.accept(share));

    assertThat(refused.getMessage(), is("maxRejectedShare must be from 0 to 1, but was: " + share));
  }

  @Test
  void withMaxRejectedShareAcceptsNoneAndAll() {
    assertThat(ReadZipCsv.links().withMaxRejectedShare(0).settings().maxRejectedShare(), is(0.0));
    assertThat(ReadZipCsv.links().withMaxRejectedShare(1).settings().maxRejectedShare(), is(1.0));
  }

  @Test
  void withMaxRowsRefusesFewerThanNone() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ReadZipCsv.tags().withMaxRows(-1));

    assertThat(refused.getMessage(), is("maxRows must be at least 0, but was: -1"));
  }

  static Stream<Arguments> refusedLimits() {
    ArchiveLimits limits = ArchiveLimits.generous();
    return Stream.<Arguments>of(
        arguments((Runnable) () -> limits.withMaxDirectoryBytes(0), "maxDirectoryBytes"),
        arguments((Runnable) () -> limits.withMaxEntryBytes(0), "maxEntryBytes"),
        arguments((Runnable) () -> limits.withMaxTotalBytes(0), "maxTotalBytes"),
        arguments((Runnable) () -> limits.withMaxRatio(0), "maxRatio"));
  }

  @ParameterizedTest
  @MethodSource("refusedLimits")
  void limitsAreAtLeastOne(Runnable setter, String name) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, setter::run);

    assertThat(refused.getMessage(), is(name + " must be at least 1, but was: 0"));
  }

  @Test
  void aDirectoryThatNoArrayCanHoldIsNoLimit() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> ArchiveLimits.generous().withMaxDirectoryBytes(1L << 31));
    assertThat(
        ArchiveLimits.generous().withMaxDirectoryBytes(1L << 30).maxDirectoryBytes(), is(1L << 30));

    assertThat(
        refused.getMessage(),
        is("maxDirectoryBytes must be at most 1073741824, but was: 2147483648"));
  }
}
