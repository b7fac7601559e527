package org.spillway.data.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedDataTest {
  @TempDir Path folder;

  @Test
  void thePropertyGoesBeforeTheVariable() {
    assertThat(SharedData.folder("a", "b", folder), is(Optional.of(Path.of("a"))));
    assertThat(SharedData.folder(null, "b", folder), is(Optional.of(Path.of("b"))));
    assertThat(SharedData.folder(" ", "b", folder), is(Optional.of(Path.of("b"))));
  }

  @Test
  void elseItIsBesideTheRepositorysRoot() throws IOException {
    Path module = Files.createDirectories(folder.resolve("repository/runners/direct"));
    Files.createDirectories(folder.resolve("repository/.mvn"));

    assertThat(SharedData.folder(null, "", module), is(Optional.of(folder.resolve("shared"))));
  }

  @Test
  void elseThereIsNone() {
    assertThat(SharedData.folder(null, null, folder.getRoot()), is(Optional.empty()));
  }

  @Test
  void whatIsAbsentIsNotFound() {
    assertThat(SharedData.find("data/no-such.zip"), is(Optional.empty()));
  }
}
