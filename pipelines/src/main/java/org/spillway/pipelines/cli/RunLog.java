package org.spillway.pipelines.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.spillway.transforms.write.Staging;
import org.spillway.transforms.write.WriteFailedException;

/**
 * The log of a run: a file, so that the terminal is the user's. What Spillway, Beam, Parquet and
 * Hadoop log from the level INFO on is in it, and the stack trace of what ends a run.
 */
final class RunLog {

  /** The file's name in the output folder. */
  static final String FILE = "spillway.log";

  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger LOG = Logger.getLogger("org.spillway");

  private RunLog() {}

  /** Keeps what is logged off the terminal, until a run begins. */
  static void silence() {
    LogManager.getLogManager().reset();
  }

  /**
   * Logs to a new file in the output folder, or in a temporary folder if the output is not local:
   * elsewhere a file cannot grow. {@link #end} takes it to the output folder then.
   *
   * @return the file
   * @throws WriteFailedException if it cannot be written
   * @throws UsageException if there is a folder of that name
   */
  static Path open(Staging staging) throws IOException {
    Path folder =
        isLocal(staging)
            ? Path.of(staging.output().toString())
            : Files.createTempDirectory("spillway-" + staging.runId());
    Path file = folder.resolve(FILE);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(
          "Not a file but a folder: " + file + "; move it away or choose another --output");
    }
    try {
      // Not what a link at this place leads to.
      Files.deleteIfExists(file);
      open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new WriteFailedException(file.toString(), e);
    }
    return file;
  }

  /**
   * Logs to a file, without a word about what cannot be written: a full disk stops the run itself.
   */
  static void open(Path file, OpenOption... options) throws IOException {
    ROOT.setLevel(Level.INFO);
    ROOT.addHandler(new ToFile(Files.newOutputStream(file, options)));
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

  /**
   * Ends the log of a run, and takes it to the output folder if it is not there yet.
   *
   * @param file what {@link #open} returned
   * @return where the log is: it stays where it was if it cannot be taken to the output folder,
   *     which fails no run
   */
  static String end(Staging staging, Path file) {
    close();
    if (isLocal(staging)) {
      return file.toString();
    }
    ResourceId place = staging.output().resolve(FILE, StandardResolveOptions.RESOLVE_FILE);
    try {
      try (OutputStream copy =
          Channels.newOutputStream(FileSystems.create(place, "text/plain; charset=utf-8"))) {
        Files.copy(file, copy);
      }
      Files.delete(file);
      Files.delete(file.getParent());
      return place.toString();
    } catch (IOException | RuntimeException e) {
      return file.toString();
    }
  }

  private static boolean isLocal(Staging staging) {
    return staging.output().getScheme().equals("file");
  }

  /** Closes the file. */
  static void close() {
    LogManager.getLogManager().reset();
  }

  /** Writes each message at once, so that none is lost when the process is killed. */
  private static final class ToFile extends StreamHandler {
    ToFile(OutputStream file) throws IOException {
      super(file, new OneLine());
      setLevel(Level.INFO);
      setEncoding("UTF-8");
      setErrorManager(
          new ErrorManager() {
            @Override
            public synchronized void error(String message, Exception e, int code) {}
          });
    }

    @Override
    public synchronized void publish(LogRecord record) {
      super.publish(record);
      flush();
    }
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
