package org.spillway.pipelines.compare;

import java.io.IOException;

/** A folder is not the output of a finished run; the message is one line for the user. */
public final class NotARunException extends IOException {
  private static final long serialVersionUID = 1L;

  NotARunException(String message, Throwable cause) {
    super(message, cause);
  }
}
