package org.spillway.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ChildProcessTest {
  /** Half a second of work, at least, in a child of the child. */
  private static final String WORK =
      "bash -c 'end=$((SECONDS + 2)); while ((SECONDS < end)); do :; done'; true";

  @TempDir private Path folder;

  @Test
  void workInAGrandchildIsMeasured() throws Exception {
    Measurement measured = bash(WORK).run(folder.resolve("log"));

    assertThat(measured.wallSeconds(), allOf(greaterThan(0.9), lessThan(60.0)));
    assertThat(measured.cpuSeconds(), notNullValue());
    assertThat(measured.cpuSeconds(), greaterThan(0.1));
    assertThat(measured.peakBytes(), notNullValue());
    assertThat(measured.peakBytes(), allOf(greaterThan(500_000L), lessThan(100_000_000L)));
  }

  @Test
  void waitingIsNoWork() throws Exception {
    Measurement measured = bash("sleep 1").run(folder.resolve("log"));

    assertThat(measured.wallSeconds(), greaterThan(0.9));
    assertThat(measured.cpuSeconds(), lessThan(0.5));
  }

  @Test
  void whatItSaysGoesToTheLog() throws Exception {
    Path log = folder.resolve("log");
    bash("echo out $GREETING; echo err >&2").withEnvironment(Map.of("GREETING", "hi")).run(log);

    assertThat(Files.readString(log), allOf(containsString("out hi\n"), containsString("err\n")));
  }

  @Test
  void aFailureTellsTheLastLines() {
    Path log = folder.resolve("log");
    ChildFailedException e =
        assertThrows(
            ChildFailedException.class, () -> bash("seq 100 | sed s/^/line/; exit 7").run(log));

    assertThat(e.getMessage(), containsString("ended with exit code 7; it said:\nline86\n"));
    assertThat(e.getMessage(), endsWith("\nline100"));
    assertThat(e.getMessage(), not(containsString("line85\n")));
  }

  @Test
  void aProcessThatDoesNotEndIsStopped() {
    ChildFailedException e =
        assertThrows(
            ChildFailedException.class,
            () ->
                bash("sleep 1000; true")
                    .withTimeout(Duration.ofSeconds(1))
                    .run(folder.resolve("log")));

    assertThat(e.getMessage(), containsString("did not end within 1 s"));
  }

  private static ChildProcess bash(String script) {
    return ChildProcess.of(List.of("bash", "-c", script));
  }
}
