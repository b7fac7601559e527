package org.spillway.pipelines.setup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.transforms.read.ArchiveLimits;
import org.spillway.transforms.read.ReadMovies;

class SetupConfigTest {

  @Test
  void theDefaultsAreTheSpecs() {
    assertThat(
        config().parameters(),
        is(
            Map.ofEntries(
                Map.entry("userModulus", "50"),
                Map.entry("userRemainder", "0"),
                Map.entry("likedThreshold", "4.0"),
                Map.entry("tagSampleRows", "300000"),
                Map.entry("minUserRatings", "20"),
                Map.entry("maxSeedUsers", "3000"),
                Map.entry("recentPoolSize", "50"),
                Map.entry("slateSize", "12"),
                Map.entry("ratingsShards", "1"),
                Map.entry("maxRejectedShare", "0.001"))));
    assertThat(config().checksumMismatchAsWarning(), is(false));
    assertThat(config().limits(), is(ArchiveLimits.generous()));
    assertThat(config().partitions(), is(1));
    assertThat(config().overwrite(), is(false));
  }

  @ParameterizedTest
  @CsvSource({
    "userModulus, 7, 7",
    "userRemainder, 49, 49",
    "likedThreshold, 0.5, 0.5",
    "likedThreshold, 5, 5.0",
    "tagSampleRows, 0, 0",
    "minUserRatings, 1, 1",
    "maxSeedUsers, 1, 1",
    "recentPoolSize, 12, 12",
    "slateSize, 50, 50",
    "ratingsShards, 10000, 10000",
    "maxRejectedShare, 0, 0.0",
    "maxRejectedShare, 1, 1.0",
  })
  void aValueIsTaken(String option, String value, String parameter) {
    assertThat(config("--" + option + "=" + value).parameters().get(option), is(parameter));
  }

  @ParameterizedTest
  @CsvSource({
    "userModulus, 0, 'at least 1'",
    "userRemainder, -1, 'from 0 to userModulus - 1 = 49'",
    "userRemainder, 50, 'from 0 to userModulus - 1 = 49'",
    "likedThreshold, 0.0, 'one of 0.5, 1.0, ... 5.0 stars'",
    "likedThreshold, 5.5, 'one of 0.5, 1.0, ... 5.0 stars'",
    "likedThreshold, 3.75, 'one of 0.5, 1.0, ... 5.0 stars'",
    "tagSampleRows, -1, 'at least 0'",
    "minUserRatings, 0, 'at least 1'",
    "maxSeedUsers, 0, 'at least 1'",
    "recentPoolSize, 11, 'at least slateSize = 12'",
    "slateSize, 0, 'at least 1'",
    "ratingsShards, 0, 'at least 1'",
    "ratingsShards, 10001, 'at most 10000'",
    "partitions, 0, 'at least 1'",
    "partitions, 10001, 'at most 10000'",
    "maxRejectedShare, -0.1, 'from 0 to 1'",
    "maxRejectedShare, 1.1, 'from 0 to 1'",
    "maxRejectedShare, NaN, 'from 0 to 1'",
    "maxEntryBytes, 0, 'at least 1'",
    "maxTotalBytes, 0, 'at least 1'",
    "maxRatio, 0, 'at least 1'",
  })
  void aValueOutOfRangeIsRefused(String option, String value, String range) {
    Exception refusal =
        assertThrows(IllegalArgumentException.class, () -> config("--" + option + "=" + value));
    assertThat(refusal.getMessage(), is(option + " must be " + range + ", but was: " + value));
  }

  @Test
  void theLimitsAreTaken() {
    SetupConfig config =
        config(
            "--maxEntryBytes=1",
            "--maxTotalBytes=9000000000000",
            "--maxRatio=1000",
            "--checksumMismatchAsWarning");

    assertThat(
        config.limits(),
        is(
            ArchiveLimits.generous()
                .withMaxEntryBytes(1)
                .withMaxTotalBytes(9_000_000_000_000L)
                .withMaxRatio(1000)));
    assertThat(config.checksumMismatchAsWarning(), is(true));
  }

  @Test
  void theCatalogHasALowerCapUnlessOneIsGiven() {
    assertThat(config().movieLimits().maxEntryBytes(), is(ReadMovies.MAX_ENTRY_BYTES));
    assertThat(config("--maxRatio=9").movieLimits().maxRatio(), is(9));
    assertThat(config("--maxEntryBytes=5").movieLimits().maxEntryBytes(), is(5L));
  }

  @Test
  void whatHasNoSayInTheResultsIsNoParameter() {
    assertThat(
        config(
                "--partitions=9",
                "--overwrite=true",
                "--maxEntryBytes=7",
                "--maxTotalBytes=7",
                "--maxRatio=7",
                "--checksumMismatchAsWarning=true")
            .parameters(),
        is(config().parameters()));
  }

  @Test
  void severalArchivesKeepTheirOrder() {
    SetupOptions options = PipelineOptionsFactory.as(SetupOptions.class);
    options.setInput("b.zip,a.zip");
    options.setOutput("out");

    assertThat(SetupConfig.of(options).inputs(), is(List.of("b.zip", "a.zip")));
    assertThat(config().withInputs(List.of("x.zip")).inputs(), is(List.of("x.zip")));
    assertThat(config().withInputs(List.of("ml.zip")), is(config()));
  }

  @Test
  void noArchiveAndOneTwiceAreRefused() {
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> config().withInputs(List.of()))
            .getMessage(),
        is("input must name an archive, but was empty"));
    SetupConfig twice = config().withInputs(List.of("a.zip", "a.zip"));
    assertThrows(IllegalArgumentException.class, twice::order);
  }

  private static SetupConfig config(String... args) {
    SetupOptions options = PipelineOptionsFactory.fromArgs(args).as(SetupOptions.class);
    options.setInput("ml.zip");
    options.setOutput("out");
    return SetupConfig.of(options);
  }
}
