package org.spillway.runners.flink.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A JVM of a cluster, by its id and the time when it began, since ids are used again.
 *
 * @param role such as {@code taskmanager-1}
 */
record ClusterProcess(String role, long pid, String startedAt) {

  private static final String UNKNOWN = "unknown";

  /** What Flink reaches into on Java 17. */
  private static final List<String> OPENED =
      List.of("java.lang", "java.lang.invoke", "java.nio", "java.util", "java.util.concurrent");

  /**
   * Starts a JVM. It logs into the folder, as its collections do, and goes on when this process
   * ends.
   *
   * @param folder where it keeps its logs
   * @param lib a folder of jars, its class path
   */
  static ClusterProcess start(
      String role,
      Path folder,
      Path lib,
      List<String> jvm,
      String mainClass,
      List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.addAll(jvm);
    command.add("-Xlog:gc:file=" + folder.resolve(role + ".gc"));
    command.add("-cp");
    command.add(lib + "/*");
    command.add(mainClass);
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(role + ".log").toFile())
            .start();
    process.getOutputStream().close();
    return new ClusterProcess(role, process.pid(), startOf(process.toHandle()));
  }

  boolean isAlive() {
    return handle().isPresent();
  }

  /** Ends it, in good order if it can. */
  void end(Duration patience) {
    handle().ifPresent(process -> end(process, patience));
  }

  /** Ends it at once, as a power cut would. */
  void kill() {
    handle()
        .ifPresent(
            process -> {
              process.destroyForcibly();
              await(process, Duration.ofSeconds(10));
            });
  }

  private static void end(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!await(process, patience)) {
      process.destroyForcibly();
      await(process, patience);
    }
  }

  /** Whether it has ended. */
  private static boolean await(ProcessHandle process, Duration patience) {
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(process -> process.isAlive() && mayHaveBegunAt(startOf(process), startedAt));
  }

  /** A process that is just beginning or ending does not always tell when it began. */
  private static boolean mayHaveBegunAt(String one, String other) {
    return one.equals(other) || one.equals(UNKNOWN) || other.equals(UNKNOWN);
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse(UNKNOWN);
  }
}
