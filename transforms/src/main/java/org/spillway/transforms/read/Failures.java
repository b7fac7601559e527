package org.spillway.transforms.read;

import java.io.IOException;

/** What another thread has met with. */
final class Failures {

  private Failures() {}

  /** Throws it on this thread: as it is, unless it needs wrapping to show where it is thrown. */
  static void throwAgain(Throwable failure) throws IOException {
    if (failure instanceof IOException) {
      throw new IOException(failure.getMessage(), failure);
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    throw (Error) failure;
  }
}
