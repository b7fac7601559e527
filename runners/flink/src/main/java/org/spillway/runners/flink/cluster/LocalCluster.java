package org.spillway.runners.flink.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cluster of Flink on this machine: one job manager and some task managers, each a JVM of its
 * own, started from Flink's own classes. What is known of it is in its folder, so that it outlives
 * the process that has started it.
 */
final class LocalCluster {
  private static final String STATE = "cluster.json";
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long MILLIS_BETWEEN_LOOKS = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The classes of a job are new to a task manager with every job, so the optimizing compiler would
   * be at work all the time and not be done before the job is.
   */
  private static final List<String> JVM = List.of("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1");

  private final Path folder;
  private final Path lib;
  private final ClusterSettings settings;
  private final List<ClusterProcess> processes;

  /** What the file in the folder has. */
  private record State(String lib, ClusterSettings settings, List<ClusterProcess> processes) {}

  private LocalCluster(
      Path folder, Path lib, ClusterSettings settings, List<ClusterProcess> processes) {
    this.folder = folder;
    this.lib = lib;
    this.settings = settings;
    this.processes = new ArrayList<>(processes);
  }

  /**
   * Starts a cluster and waits until all of it is there, at most a minute. If it does not come up,
   * nothing of it stays behind but its logs.
   *
   * @param folder for its configuration, logs and temporary files; made if it is missing
   * @param lib a folder with Flink's jars
   * @throws IllegalStateException if a cluster of this folder runs already
   */
  static LocalCluster start(Path folder, Path lib, ClusterSettings settings) throws IOException {
    if (find(folder).isPresent()) {
      throw new IllegalStateException("a cluster runs already in " + folder);
    }
    createPrivate(folder);
    Files.createDirectories(folder.resolve("tmp"));
    FlinkConfiguration.write(folder, settings.configuration(folder));
    LocalCluster cluster = new LocalCluster(folder, lib, settings, List.of());
    try {
      cluster.startJobManager();
      for (int i = 0; i < settings.taskManagers(); i++) {
        cluster.startTaskManager();
      }
      cluster.await();
    } catch (IOException | RuntimeException e) {
      cluster.stop();
      throw e;
    }
    return cluster;
  }

  /** The cluster of this folder, if any process of it runs. */
  static Optional<LocalCluster> find(Path folder) throws IOException {
    Path file = folder.resolve(STATE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    State state = JSON.readValue(file.toFile(), State.class);
    LocalCluster cluster =
        new LocalCluster(folder, Path.of(state.lib()), state.settings(), state.processes());
    return cluster.processes.stream().anyMatch(ClusterProcess::isAlive)
        ? Optional.of(cluster)
        : Optional.empty();
  }

  /** Where it takes jobs: {@code host:port}. */
  String address() {
    return settings.restAddress();
  }

  List<ClusterProcess> processes() {
    return List.copyOf(processes);
  }

  List<ClusterProcess> taskManagers() {
    return processes.stream()
        .filter(process -> process.role().startsWith("taskmanager") && process.isAlive())
        .toList();
  }

  /** Starts one more task manager. */
  ClusterProcess startTaskManager() throws IOException {
    String role = "taskmanager-" + processes.size();
    return add(
        ClusterProcess.start(
            role,
            folder,
            lib,
            Stream.concat(settings.memory().stream(), JVM.stream()).toList(),
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            List.of("--configDir", folder.toString(), "-Dtaskmanager.resource-id=" + role)));
  }

  private void startJobManager() throws IOException {
    add(
        ClusterProcess.start(
            "jobmanager",
            folder,
            lib,
            Stream.concat(Stream.of("-Xmx512m"), JVM.stream()).toList(),
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            List.of("--configDir", folder.toString())));
  }

  private ClusterProcess add(ClusterProcess process) throws IOException {
    processes.add(process);
    JSON.writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve(STATE).toFile(), new State(lib.toString(), settings, processes));
    return process;
  }

  /** Waits until its task managers have come to the job manager and brought their slots. */
  private void await() throws IOException {
    long until = System.nanoTime() + START.toNanos();
    while (slots() < settings.taskManagers() * settings.slots()) {
      for (ClusterProcess process : processes) {
        if (!process.isAlive()) {
          throw new IOException(
              "the cluster's " + process.role() + " has ended; its log is in " + folder);
        }
      }
      if (System.nanoTime() > until) {
        throw new IOException(
            "the cluster did not come up within a minute; its logs are in " + folder);
      }
      sleep();
    }
  }

  private int slots() {
    try {
      return ClusterRest.of(address()).overview().slots();
    } catch (IllegalArgumentException e) {
      return 0; // Not up yet.
    }
  }

  /** Ends all of its processes, and waits for each. */
  void stop() throws IOException {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).end(PATIENCE);
    }
    Files.deleteIfExists(folder.resolve(STATE));
  }

  /** A port that is free at the moment. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Refuses a port that somebody has.
   *
   * @throws IllegalStateException in one line for the user
   */
  static void checkFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new IllegalStateException(
          "port must be free, but somebody listens at " + port + "; choose another --port", e);
    }
  }

  private static void createPrivate(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(MILLIS_BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the cluster", e);
    }
  }
}
