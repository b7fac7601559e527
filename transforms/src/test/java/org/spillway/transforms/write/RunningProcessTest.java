package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningProcessTest {

  @Test
  void readsBackAsItWas() {
    RunningProcess current = RunningProcess.current();

    assertThat(RunningProcess.parse(current.toString()), is(current));
  }

  @Test
  void thisProcessIsNoOther() {
    assertThat(RunningProcess.current().isAliveElsewhere(), is(false));
  }

  @Test
  void anotherProcessIsAliveUntilItEnds() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    RunningProcess running = RunningProcess.of(process.toHandle());
    assertThat(running.isAliveElsewhere(), is(true));

    process.destroyForcibly().waitFor();
    assertThat(running.isAliveElsewhere(), is(false));
  }

  @Test
  void anIdThatIsUsedAgainIsAnotherProcess() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      RunningProcess earlier = new RunningProcess(process.pid(), "2001-01-01T00:00:00Z");
      assertThat(earlier.isAliveElsewhere(), is(false));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "torn", "x y", "12345678901234567890 2001"})
  void otherTextIsNoProcess(String text) {
    assertThat(RunningProcess.parse(text).isAliveElsewhere(), is(false));
  }
}
