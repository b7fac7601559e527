package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputFaultTest {

  @Test
  void everyFaultHasACodeOfItsOwn() {
    Set<String> codes = new HashSet<>();
    for (InputFault fault : InputFault.values()) {
      assertThat(fault.code(), codes.add(fault.code()), is(true));
    }
  }

  @ParameterizedTest
  @EnumSource(InputFault.class)
  void theReadmeListsEveryFault(InputFault fault) throws IOException {
    assertThat(
        Files.readString(Path.of("README.md")),
        containsString(
            "| " + fault.code() + " | " + fault.meaning() + " | " + fault.remedy() + " |\n"));
  }

  @ParameterizedTest
  @EnumSource(RowFault.class)
  void theReadmeNamesEveryReason(RowFault fault) throws IOException {
    assertThat(Files.readString(Path.of("README.md")), containsString("`" + fault.figure() + "`"));
  }
}
