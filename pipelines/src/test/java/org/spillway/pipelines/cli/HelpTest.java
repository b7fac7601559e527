package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.pipelines.setup.SetupOptions;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  @Test
  void theCommands() {
    String help = help();

    assertThat(help, startsWith("Usage: spillway [-hV] COMMAND"));
    for (String command :
        List.of("demo", "prepare", "generate", "inspect", "compare", "verify", "completion")) {
      assertThat(help, containsString(" " + command + " "));
    }
  }

  @Test
  void theLaunchersOwnCommandIsMentioned() {
    assertThat(
        words(help()),
        containsString(
            "there are also ./spillway bench, which measures prepare beside other tools,"
                + " and ./spillway cluster, a cluster of Flink to try it on."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"demo", "prepare", "generate", "inspect", "compare", "verify", "completion"})
  void aCommandTellsItsUsage(String command) {
    assertThat(help(command), startsWith("Usage: spillway " + command + " [-hV]"));
  }

  @Test
  void prepareListsEachOfItsOptionsWithItsDefault() {
    String help = words(help("prepare"));

    assertThat(
        help,
        containsString(
            "--userModulus=N Sample the users whose id has the remainder userRemainder modulo"
                + " this; 1 takes all. Default: 50."));
    for (OptionSpec option : BeamOptions.specs(SetupOptions.class, (name, value) -> {})) {
      assertThat(help, containsString(" " + option.longestName()));
      assertThat(help, containsString(" " + option.description()[0]));
      assertThat(option.description()[0], matchesPattern(".*\\. (Required|Default: [\\w.]+)\\.$"));
    }
  }

  @Test
  void generateListsItsOptionsWithTheirDefaults() {
    String help = words(help("generate"));

    assertThat(help, containsString("--output=FILE.zip The zip to write. Required."));
    assertThat(help, containsString("--size=SIZE One of tiny, small, large"));
    assertThat(help, containsString("like ml-32m. Default: small."));
    assertThat(help, containsString("same archive. Default: 7."));
    assertThat(help, containsString("--overwrite Replace the file if it exists. Default: false."));
  }

  @Test
  void demoListsItsOption() {
    assertThat(words(help("demo")), containsString("--folder=DIR Where the archive"));
  }

  @Test
  void theVersions() {
    CommandRun run = CommandRun.of("--version").succeeds();

    assertThat(
        run.out().lines().toList(),
        contains(startsWith("spillway "), startsWith("beam "), startsWith("java ")));
  }

  private static String help(String... command) {
    String[] args = Arrays.copyOf(command, command.length + 1);
    args[command.length] = "--help";
    CommandRun run = CommandRun.of(args).succeeds();
    assertThat(run.err(), is(""));
    return run.out();
  }

  /** The text without its line breaks and columns. */
  private static String words(String help) {
    return help.replaceAll("\\s+", " ");
  }
}
