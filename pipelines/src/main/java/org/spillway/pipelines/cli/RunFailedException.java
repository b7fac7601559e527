package org.spillway.pipelines.cli;

import java.nio.file.Path;

/** A run has failed, and its log tells more. */
final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String log;
  private final String remains;

  /**
   * A failure.
   *
   * @param remains what the run has left in its output folder, to go between commas
   */
  RunFailedException(Path log, String remains, Throwable cause) {
    super(cause);
    this.log = log.toString();
    this.remains = remains;
  }

  String log() {
    return log;
  }

  String remains() {
    return remains;
  }
}
