package org.spillway.pipelines.cli;

import java.nio.file.FileSystemException;
import org.spillway.transforms.read.BadInputException;
import org.spillway.transforms.write.OutputFolderException;
import org.spillway.transforms.write.WriteFailedException;

/**
 * What an exception means to the user: one line, and how the command ends.
 *
 * @param message one line, without the command's name
 * @param exitCode one of {@link ExitCodes}
 * @param isUsage whether the command was typed wrongly, so that its help is of use
 */
record Failure(String message, int exitCode, boolean isUsage) {

  /** Looks through what the runner has wrapped around the cause. */
  static Failure of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof UsageException) {
        return new Failure(oneLine(cause.getMessage()), ExitCodes.BAD_USAGE, true);
      }
      if (cause instanceof BadInputException || cause instanceof OutputFolderException) {
        return new Failure(oneLine(cause.getMessage()), ExitCodes.BAD_USAGE, false);
      }
    }
    String fault = describe(thrown);
    return new Failure(
        thrown instanceof RunFailedException run
            ? "failed, " + run.remains() + ": " + fault + "; the log is " + run.log()
            : "failed: " + fault,
        ExitCodes.FAULT,
        false);
  }

  private static String describe(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof WriteFailedException) {
        return oneLine(cause.getMessage());
      }
    }
    return describeRoot(root(thrown));
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String describeRoot(Throwable root) {
    if (root instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    if (root instanceof OutOfMemoryError) {
      return "out of memory; give more with SPILLWAY_JAVA_OPTS=-Xmx4g";
    }
    String message = root.getMessage();
    String type = root.getClass().getSimpleName();
    return message == null || message.isBlank() ? type : type + ": " + oneLine(message);
  }

  private static String oneLine(String text) {
    return String.valueOf(text).lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
  }
}
