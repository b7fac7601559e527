package org.spillway.runners.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.spillway.runners.flink.cluster.FlinkConfiguration;

/** What a job asks of Flink that Beam has no option for. */
final class JobConfiguration {

  /** Each shuffle needs buffers on every slot; of 128 MB they did not suffice. */
  private static final String NETWORK_MEMORY = "384m";

  private static final String MANAGED_MEMORY = "256m";

  private final Map<String, String> entries;

  private JobConfiguration(Map<String, String> entries) {
    this.entries = entries;
  }

  /**
   * The configuration of a job.
   *
   * <p>On a cluster it is cancelled when the process that waits for it is interrupted; how often it
   * is tried again is the cluster's to say, since Flink takes no such thing from a batch job of
   * Beam's. In this process there is nothing that a second attempt would do better; here the memory
   * beside the heap is bounded.
   *
   * @param isOnCluster whether it runs on a cluster, or in this process
   */
  static JobConfiguration of(boolean isOnCluster) {
    Map<String, String> entries = new TreeMap<>();
    if (isOnCluster) {
      entries.put("execution.job-listeners", CancelOnExit.class.getName());
    } else {
      entries.put("restart-strategy.type", "none");
      entries.put("taskmanager.memory.managed.size", MANAGED_MEMORY);
      entries.put("taskmanager.memory.network.max", NETWORK_MEMORY);
      entries.put("taskmanager.memory.network.min", NETWORK_MEMORY);
      entries.put("taskmanager.network.sort-shuffle.min-buffers", "64");
    }
    return new JobConfiguration(entries);
  }

  Map<String, String> entries() {
    return Map.copyOf(entries);
  }

  /** Writes it into a new folder, which goes with this process. */
  Path writeTemporary() {
    try {
      Path folder = Files.createTempDirectory("spillway-flink");
      Path file = FlinkConfiguration.write(folder, entries);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
