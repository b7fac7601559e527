package org.spillway.bench.micro;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class MicroCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theHelp() {
    assertThat(run("--help"), is(ExitCode.OK));
    assertThat(out.toString(), containsString("--jmh=ARGS"));
  }

  @Test
  void aNameThatNoBenchmarkHas() {
    assertThat(run("Nothing"), is(ExitCode.USAGE));
    assertThat(
        err.toString(),
        containsString("REGEX must be found in a benchmark's name, but was: [Nothing]"));
  }

  @Test
  void argumentsThatJmhDoesNotHave() {
    assertThat(run("--jmh=-nothing"), is(ExitCode.USAGE));
    assertThat(err.toString(), containsString("jmh must be JMH's arguments, but: "));
  }

  private int run(String... args) {
    return new CommandLine(new MicroCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
