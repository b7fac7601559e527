package org.spillway.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spillway.data.generate.ArchiveSize;

/** DuckDB's SQL gives what prepare gives, however it reads the archive. */
class DuckDbJobTest {
  private static PreparedRun prepared;

  @BeforeAll
  static void prepare(@TempDir Path folder) throws IOException {
    prepared = PreparedRun.in(folder, ArchiveSize.TINY);
  }

  @ParameterizedTest
  @EnumSource(DuckDbJob.Input.class)
  void agreesWithPrepare(DuckDbJob.Input input, @TempDir Path output) throws Exception {
    DuckDbJob.run(prepared.archive(), output, PreparedRun.USER_MODULUS, input);

    assertThat(TableCheck.of(prepared.output(), output), empty());
    assertThat(ParquetCheck.of(prepared.output(), output), empty());
  }
}
