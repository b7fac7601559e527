package org.spillway.runners.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The jar as its users run it: in a process of its own, with no arguments for the JVM to type. */
final class FlinkJar {
  static final Path JAR = Path.of("target", "spillway-flink.jar").toAbsolutePath();
  private static final int SECONDS_TO_WAIT = 120;

  private final Process process;
  private final Path said;

  private FlinkJar(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /** Starts a command; what it says goes to a file in the folder. */
  static FlinkJar start(Path folder, String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx700m");
    words.add("-Dspillway.home=" + folder);
    words.add("-jar");
    words.add(JAR.toString());
    words.addAll(List.of(arguments));
    Path said = folder.resolve("said-" + System.nanoTime());
    return new FlinkJar(
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start(),
        said);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, as Ctrl-C and a scheduler do. */
  FlinkJar interrupt() {
    process.destroy();
    return this;
  }

  /** Waits for its end, and takes it away if that does not come. */
  int exitCode() throws InterruptedException {
    try {
      if (!process.waitFor(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
        throw new IllegalStateException("it has not ended; what it said is in " + said);
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** What it has said so far. */
  String said() throws IOException {
    return Files.readString(said);
  }
}
