package org.spillway.pipelines.cli;

/** A run has failed, and its log tells more. */
final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String log;
  private final String remains;

  /**
   * A failure.
   *
   * @param log where the log is
   * @param remains what the run has left in its output folder, to go between commas
   */
  RunFailedException(String log, String remains, Throwable cause) {
    super(cause);
    this.log = log;
    this.remains = remains;
  }

  String log() {
    return log;
  }

  String remains() {
    return remains;
  }
}
