package org.spillway.pipelines.cli;

import java.nio.file.Path;

/** A run has failed, and its log tells more. */
final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String log;

  RunFailedException(Path log, Throwable cause) {
    super(cause);
    this.log = log.toString();
  }

  String log() {
    return log;
  }
}
