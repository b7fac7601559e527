package org.spillway.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theHelp() {
    assertThat(run("--help"), is(0));
    assertThat(
        out.toString(),
        allOf(
            startsWith("Usage: spillway bench [-h] [--growth]"),
            containsString("--runs=N"),
            containsString("Exit codes: 0 measured;")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--runs=0 | runs must be at least 1, but was: 0",
        "--growthTo=3 | growthTo must be at least 4, but was: 3",
        "--userModulus=0 | userModulus must be at least 1, but was: 0",
        "--only=excel | only must name some of [spillway, duckdb-piped, duckdb-extracted,"
            + " inflate, polars, pandas], but was: excel",
        "--archive=nowhere.zip | archive must be a file, but was: nowhere.zip",
        "--size=huge | size must be one of [tiny, small, large], but was: huge",
        "--ratings=5 | ratings must be from 1,000,000 to 64,000,000, but was: 5",
      })
  void badUsage(String option, String message, @TempDir Path cache) {
    assertThat(run(option, "--cache=" + cache), is(2));
    assertThat(err.toString().strip(), is("spillway bench: " + message));
  }

  @Test
  void theFloorAlone(@TempDir Path folder) throws Exception {
    Path json = folder.resolve("results/bench.json");

    int exit =
        run("--only=inflate", "--size=tiny", "--runs=2", "--cache=" + folder, "--json=" + json);

    assertThat(err.toString(), exit, is(0));
    assertThat(out.toString(), containsString("tiny.zip"));
    assertThat(Files.readString(json), containsString("\"median_wall_seconds\""));
  }

  @Test
  void aChildThatFailsIsAFault(@TempDir Path folder) throws Exception {
    Path archive = Files.writeString(folder.resolve("no.zip"), "no zip");

    int exit = run("--only=inflate", "--archive=" + archive, "--cache=" + folder);

    assertThat(exit, is(1));
    assertThat(
        err.toString(),
        allOf(
            containsString("ended with exit code 1; it said:\n"), containsString("ZipException")));
  }

  private int run(String... args) {
    return BenchCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
