package org.spillway.runners.flink.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cluster's size and address.
 *
 * @param taskManagers at least 1
 * @param slots of each task manager, at least 1
 * @param heapMegabytes of each task manager, at least 256
 * @param restPort where it answers on loopback, and takes jobs
 * @param rpcPort where its job manager talks to its task managers
 */
record ClusterSettings(int taskManagers, int slots, int heapMegabytes, int restPort, int rpcPort) {
  private static final int NETWORK_MEGABYTES = 384;
  private static final int OFF_HEAP_MEGABYTES = 128;
  private static final int FRAMEWORK_MEGABYTES = 128;
  private static final int LEAST_HEAP = 256;

  ClusterSettings {
    atLeast("taskManagers", 1, taskManagers);
    atLeast("slots", 1, slots);
    atLeast("heap", LEAST_HEAP, heapMegabytes);
  }

  String restAddress() {
    return "localhost:" + restPort;
  }

  /**
   * The arguments that make a task manager's JVM as large as its configuration says. Java itself
   * would bound the memory for buffers by the heap, and a small one then has no room for them.
   */
  List<String> memory() {
    int direct = NETWORK_MEGABYTES + OFF_HEAP_MEGABYTES;
    return List.of("-Xmx" + heapMegabytes + "m", "-XX:MaxDirectMemorySize=" + direct + "m");
  }

  /**
   * The configuration that all of its processes read. Everything is bound to loopback, and no jar
   * is taken through the web page.
   */
  Map<String, String> configuration(Path folder) {
    Map<String, String> entries = new TreeMap<>();
    entries.put("jobmanager.rpc.address", "localhost");
    entries.put("jobmanager.rpc.port", String.valueOf(rpcPort));
    entries.put("jobmanager.bind-host", "localhost");
    entries.put("rest.address", "localhost");
    entries.put("rest.bind-address", "localhost");
    entries.put("rest.port", String.valueOf(restPort));
    entries.put("rest.bind-port", String.valueOf(restPort));
    entries.put("web.submit.enable", "false");
    entries.put("taskmanager.host", "localhost");
    entries.put("taskmanager.bind-host", "localhost");
    entries.put("io.tmp.dirs", folder.resolve("tmp").toString());
    entries.put("cluster.evenly-spread-out-slots", "true");
    // Who is gone is noticed in seconds, since all are on this machine.
    entries.put("heartbeat.interval", "2000");
    entries.put("heartbeat.timeout", "20000");
    // Here, since of a batch job Beam's runner does not pass on what the job's configuration says.
    entries.put("restart-strategy.type", "fixed-delay");
    entries.put("restart-strategy.fixed-delay.attempts", "3");
    entries.put("restart-strategy.fixed-delay.delay", "4 s");
    entries.put("taskmanager.numberOfTaskSlots", String.valueOf(slots));
    entries.put("taskmanager.cpu.cores", String.valueOf(slots));
    entries.put("taskmanager.memory.framework.heap.size", FRAMEWORK_MEGABYTES + "m");
    entries.put("taskmanager.memory.task.heap.size", (heapMegabytes - FRAMEWORK_MEGABYTES) + "m");
    entries.put("taskmanager.memory.framework.off-heap.size", OFF_HEAP_MEGABYTES + "m");
    entries.put("taskmanager.memory.task.off-heap.size", "0m");
    entries.put("taskmanager.memory.jvm-metaspace.size", "256m");
    entries.put("taskmanager.memory.jvm-overhead.min", "192m");
    entries.put("taskmanager.memory.jvm-overhead.max", "192m");
    entries.put("taskmanager.memory.managed.size", "128m");
    // Else each shuffle that is not pipelined keeps 16 MB, of which it needs a little.
    entries.put("taskmanager.network.sort-shuffle.min-buffers", "64");
    entries.put("taskmanager.memory.network.min", NETWORK_MEGABYTES + "m");
    entries.put("taskmanager.memory.network.max", NETWORK_MEGABYTES + "m");
    return entries;
  }

  private static void atLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " must be at least " + least + ", but was: " + value);
    }
  }
}
