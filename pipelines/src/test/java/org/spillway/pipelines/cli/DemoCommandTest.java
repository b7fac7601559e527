package org.spillway.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @Test
  void generatesOncePreparesEachTime(@TempDir Path folder) {
    String archive = "Generating " + folder.resolve("ml-generated-small.zip");

    CommandRun first = CommandRun.of("demo", "--folder=" + folder).succeeds();
    CommandRun second = CommandRun.of("demo", "--folder", folder.toString()).succeeds();

    assertThat(first.out(), startsWith(archive));
    assertThat(second.out(), not(containsString("Generating")));
    assertThat(first.out(), containsString("Outputs in " + folder.resolve("results")));
    assertThat(Files.exists(folder.resolve("results/_SUCCESS")), is(true));
  }
}
