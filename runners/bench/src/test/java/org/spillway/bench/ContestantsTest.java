package org.spillway.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.data.generate.ArchiveSize;

/**
 * Every contestant gives what prepare gives, started as the benchmark starts it. Those that can't
 * run here are reported as skipped.
 */
class ContestantsTest {
  /** Kept between builds, because Polars is installed there. */
  private static final Path CACHE = Path.of("target/cache").toAbsolutePath();

  private static PreparedRun prepared;

  @BeforeAll
  static void prepare(@TempDir Path folder) throws IOException {
    prepared = PreparedRun.in(folder, ArchiveSize.SMALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb-piped", "duckdb-extracted", "polars", "pandas"})
  void agreesWithPrepare(String name, @TempDir Path folder) throws Exception {
    Contestants contestants = find(name);
    assumeTrue(contestants.absent().isEmpty(), contestants.absent()::toString);
    Contestant contestant = contestants.present().get(0);
    Path output = folder.resolve("out");

    ChildProcess.of(contestant.commandLine().of(prepared.archive(), output))
        .run(folder.resolve("log"));

    assertThat(TableCheck.of(prepared.output(), output), empty());
    if (contestant.results() == Contestant.Results.ALL) {
      assertThat(ParquetCheck.of(prepared.output(), output), empty());
    }
  }

  @Test
  void theFloorRuns(@TempDir Path folder) throws Exception {
    Contestant floor = find("inflate").present().get(0);

    ChildProcess.of(floor.commandLine().of(prepared.archive(), folder.resolve("out")))
        .run(folder.resolve("log"));
  }

  @Test
  void aNameStandsForAllThatBeginWithIt() throws Exception {
    assertThat(
        find("duckdb").present().stream().map(Contestant::name).toList(),
        contains("duckdb-piped", "duckdb-extracted"));
  }

  private static Contestants find(String only) throws IOException, InterruptedException {
    return Contestants.find(Path.of(""), CACHE, List.of(only), PreparedRun.USER_MODULUS, "");
  }
}
