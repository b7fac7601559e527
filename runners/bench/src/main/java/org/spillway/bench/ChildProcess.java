package org.spillway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program and measures it with all that it starts. CPU time is what the shell tells of its
 * children, so it includes those that ended; peak memory is looked up in {@code /proc} all the
 * while. Where there is no {@code /proc}, only wall time is measured.
 *
 * <p>Immutable. What the program says goes to a file, of which a failure shows the last lines.
 */
final class ChildProcess {
  private static final int LAST_LINES = 15;

  /** Runs its arguments but the first, and writes user and system seconds to that. */
  private static final String TIMED = "TIMEFORMAT='%U %S'; { time \"${@:2}\" 2>&3; } 3>&2 2>\"$1\"";

  private final List<String> command;
  private final Map<String, String> environment;
  private final Duration timeout;

  private ChildProcess(List<String> command, Map<String, String> environment, Duration timeout) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.timeout = timeout;
  }

  /** A program and its arguments, with ten minutes to run. */
  static ChildProcess of(List<String> command) {
    return new ChildProcess(command, Map.of(), Duration.ofMinutes(10));
  }

  /** The same with these variables beside the ones it inherits. */
  ChildProcess withEnvironment(Map<String, String> newEnvironment) {
    return new ChildProcess(command, newEnvironment, timeout);
  }

  /** The same with so much time to run. */
  ChildProcess withTimeout(Duration newTimeout) {
    return new ChildProcess(command, environment, newTimeout);
  }

  /**
   * Runs it to its end.
   *
   * @param log the file for what it says; replaced
   * @throws ChildFailedException if it ends with another exit code than 0, or not in time
   */
  Measurement run(Path log) throws IOException, InterruptedException {
    boolean isLinux = Files.isReadable(Path.of("/proc/self/status"));
    Path times = Files.createTempFile("spillway-bench", ".times");
    try {
      return run(log, isLinux ? times : null);
    } finally {
      Files.delete(times);
    }
  }

  private Measurement run(Path log, @Nullable Path times) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    if (times != null) {
      line.addAll(List.of("bash", "-c", TIMED, "bash", times.toString()));
    }
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    Thread killer = new Thread(() -> kill(process), "kill-child");
    Runtime.getRuntime().addShutdownHook(killer);
    try (PeakMemory memory = PeakMemory.watch(process.toHandle(), times != null)) {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      double wall = (System.nanoTime() - start) / 1e9;
      if (!ended) {
        throw failure("did not end within " + timeout.toSeconds() + " s", log);
      }
      if (process.exitValue() != 0) {
        throw failure("ended with exit code " + process.exitValue(), log);
      }
      return new Measurement(wall, times == null ? null : seconds(times), memory.peakBytes());
    } finally {
      kill(process);
      Runtime.getRuntime().removeShutdownHook(killer);
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** The sum of the shell's two figures; they are the last line, after what bash itself may say. */
  private static @Nullable Double seconds(Path times) throws IOException {
    List<String> lines = Files.readAllLines(times, UTF_8);
    if (lines.isEmpty()) {
      return null;
    }
    double sum = 0;
    for (String figure : lines.get(lines.size() - 1).split(" ", -1)) {
      sum += Double.parseDouble(figure);
    }
    return sum;
  }

  private ChildFailedException failure(String what, Path log) throws IOException {
    List<String> lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
    String last =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    return new ChildFailedException(
        String.join(" ", command) + " " + what + (last.isEmpty() ? "" : "; it said:\n" + last));
  }
}
