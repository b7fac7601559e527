package org.spillway.pipelines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompletionCommandTest {

  @Test
  void theScriptHasEveryCommandAndOption() {
    String script = CommandRun.of("completion").succeeds().out();
    Map<String, CommandLine> commands =
        SpillwayCommand.commandLine(runner -> List.of()).getSubcommands();

    assertThat(
        script, containsString("local commands=\"" + String.join(" ", commands.keySet()) + "\""));
    commands.forEach(
        (name, command) -> {
          String function = function(script, name);
          command
              .getCommandSpec()
              .options()
              .forEach(
                  option -> assertThat(function, containsString("'" + option.longestName() + "'")));
        });
  }

  @Test
  void bashCompletesWithIt(@TempDir Path folder) throws IOException, InterruptedException {
    Path script =
        Files.writeString(folder.resolve("script"), CommandRun.of("completion").succeeds().out());
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                ". "
                    + script
                    + "; COMP_WORDS=(spillway prepare --userM); COMP_CWORD=2;"
                    + " _complete_spillway; echo ${COMPREPLY[@]}")
            // The script complains that nobody has pressed the tab key.
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), UTF_8);

    assertThat(bash.waitFor(), is(0));
    assertThat(said.strip(), is("--userModulus"));
  }

  /** The function that completes a command's arguments. */
  private static String function(String script, String command) {
    int from = script.indexOf("function _picocli_spillway_" + command + "()");
    return script.substring(from, script.indexOf("\n}", from));
  }
}
