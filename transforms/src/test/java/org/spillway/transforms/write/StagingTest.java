package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagingTest {

  @Test
  void namesAreBelowTheOutputFolder() {
    Staging staging = Staging.of("/data/out", "run-1");

    assertThat(staging.output().toString(), is("/data/out/"));
    assertThat(staging.published("manifest.json").toString(), is("/data/out/manifest.json"));
    assertThat(
        staging.published("writeup/tables/a.csv").toString(), is("/data/out/writeup/tables/a.csv"));
    assertThat(staging.folder().toString(), is("/data/out/.spillway-staging/run-1/"));
  }

  @Test
  void aRelativeFolderBecomesAbsolute() {
    assertThat(
        Staging.of("some/out", "r").output().toString(),
        is(Path.of("some/out").toAbsolutePath() + "/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/out", "/data/out/", "file:/data/out", "file:///data/out/"})
  void aLocalFolderCanBeWrittenInManyWays(String output) {
    assertThat(Staging.of(output, "r").output().toString(), is("/data/out/"));
  }

  @Test
  void everyStagedFileHasANameOfItsOwn() {
    Staging staging = Staging.of("/data/out", "r");
    String first = staging.newFile("writeup/tables/a.csv").toString();

    assertThat(first, startsWith("/data/out/.spillway-staging/r/"));
    assertThat(first, endsWith("-a.csv"));
    assertThat(staging.newFile("writeup/tables/a.csv").toString(), is(not(first)));
  }

  @Test
  void travelsToWorkers() {
    Staging staging = Staging.of("/data/out", "run-1");

    assertThat(SerializableUtils.ensureSerializable(staging), is(staging));
    assertThat(staging, is(not(Staging.of("/data/out", "run-2"))));
    assertThat(staging, is(not(Staging.of("/data/other", "run-1"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void refusesNoFolder(String output) {
    assertThat(refusal(output, "r"), is("output must name a folder, but was empty"));
  }

  @Test
  void refusesAPattern() {
    assertThat(
        refusal("/data/out[1]", "r"),
        is("output must not contain any of * ? [ ] { }, but was: /data/out[1]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "a b"})
  void refusesARunIdThatIsNoName(String runId) {
    assertThat(
        refusal("/data/out", runId),
        is("runId must be 1 to 64 letters, digits, - or _, but was: " + runId));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/etc/passwd", "../a", "a/../../b", "a//b", "./a", "a/", "a\\b", "C:/a", "a*"})
  void refusesAPathThatIsNotPlainlyBelow(String path) {
    Staging staging = Staging.of("/data/out", "r");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> staging.published(path));

    assertThat(
        refused.getMessage(),
        is("the path of an output must be plain names with / between them, but was: " + path));
  }

  private static String refusal(String output, String runId) {
    return assertThrows(IllegalArgumentException.class, () -> Staging.of(output, runId))
        .getMessage();
  }
}
