package org.spillway.runners.flink.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSettingsTest {

  @Test
  void aTaskManagersJvmIsAsLargeAsFlinkIsTold() {
    ClusterSettings settings = new ClusterSettings(2, 3, 1024, 8081, 6123);
    Configuration configuration = Configuration.fromMap(settings.configuration(Path.of("target")));

    assertThat(settings.memory(), is(List.of("-Xmx1024m", "-XX:MaxDirectMemorySize=512m")));
    assertThat(
        configuration
            .get(TaskManagerOptions.TASK_HEAP_MEMORY)
            .add(configuration.get(TaskManagerOptions.FRAMEWORK_HEAP_MEMORY))
            .getMebiBytes(),
        is(1024));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1024, 'taskManagers must be at least 1, but was: 0'",
    "1, 0, 1024, 'slots must be at least 1, but was: 0'",
    "1, 1, 255, 'heap must be at least 256, but was: 255'",
  })
  void refuses(int taskManagers, int slots, int heap, String message) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ClusterSettings(taskManagers, slots, heap, 1, 2));
    assertThat(e.getMessage(), is(message));
  }
}
