package org.spillway.transforms.write;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A run cannot have the output folder that it asks for; the message says why, and the remedy, in
 * one line.
 */
public final class OutputFolderException extends IOException {
  private static final long serialVersionUID = 1;

  OutputFolderException(String message) {
    this(message, null);
  }

  OutputFolderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
