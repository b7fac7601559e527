package org.spillway.pipelines.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.spillway.transforms.write.Staging;

/**
 * The log of a run: a file, so that the terminal is the user's. What Spillway, Beam, Parquet and
 * Hadoop log from the level INFO on is in it, and the stack trace of what ends a run.
 */
final class RunLog {

  /** The file's name in a local output folder. */
  static final String FILE = "spillway.log";

  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger LOG = Logger.getLogger("org.spillway");

  private RunLog() {}

  /** Keeps what is logged off the terminal, until a run begins. */
  static void silence() {
    LogManager.getLogManager().reset();
  }

  /**
   * Logs to a file in the output folder, or in a temporary folder if the output is not local.
   *
   * @return the file
   */
  static Path open(Staging staging) throws IOException {
    boolean isLocal = staging.output().getScheme().equals("file");
    Path folder =
        isLocal
            ? Path.of(staging.output().toString())
            : Files.createTempDirectory("spillway-" + staging.runId());
    Path file = folder.resolve(FILE);
    FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), false);
    handler.setFormatter(new OneLine());
    handler.setLevel(Level.INFO);
    handler.setEncoding("UTF-8");
    ROOT.setLevel(Level.INFO);
    ROOT.addHandler(handler);
    return file;
  }

  /** Logs what the run does. */
  static void configuration(Map<String, String> parameters) {
    parameters.forEach((name, value) -> LOG.info("parameter " + name + " = " + value));
  }

  /** Logs what the run spent where; nothing if the runner has not counted it. */
  static void times(StepTimes times, long startUpNanos, long wholeNanos) {
    if (!times.isEmpty()) {
      LOG.info(times.line(startUpNanos, wholeNanos));
    }
  }

  /** Logs what ended the run. */
  static void failure(Throwable thrown) {
    LOG.log(Level.SEVERE, "the run has failed", thrown);
  }

  /** Closes the file. */
  static void close() {
    LogManager.getLogManager().reset();
  }

  /** A line for a message; below it, the stack trace if there is one. */
  private static final class OneLine extends SimpleFormatter {
    @Override
    public String format(LogRecord record) {
      String message =
          String.format(
              "%s %s %s: %s%n",
              record.getInstant(),
              record.getLevel(),
              record.getLoggerName(),
              formatMessage(record));
      if (record.getThrown() == null) {
        return message;
      }
      StringBuilder text = new StringBuilder(message);
      for (Throwable t = record.getThrown(); t != null; t = t.getCause()) {
        text.append(t).append(System.lineSeparator());
        for (StackTraceElement element : t.getStackTrace()) {
          text.append("    at ").append(element).append(System.lineSeparator());
        }
      }
      return text.toString();
    }
  }
}
