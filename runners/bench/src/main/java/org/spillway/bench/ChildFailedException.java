package org.spillway.bench;

/** A process that is measured has failed; the message has the last of what it said. */
final class ChildFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChildFailedException(String message) {
    super(message);
  }
}
