package org.spillway.transforms.write;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;

/**
 * A file of a run could not be written; the message names it, says why, and has the remedy, in one
 * line. The usual reason is that the disk is full.
 */
public final class WriteFailedException extends IOException {
  private static final long serialVersionUID = 1;

  /** What systems say of a disk, a quota or a limit that leaves no room. */
  private static final Pattern NO_ROOM =
      Pattern.compile("(?i)no space left|not enough space|quota|file too large");

  /** A failure to write a file. */
  public WriteFailedException(String file, IOException cause) {
    super("cannot write " + file + ": " + reason(cause) + "; " + remedy(cause), cause);
  }

  /** Whether it is for want of room that something could not be written. */
  static boolean isNoRoom(IOException e) {
    return NO_ROOM.matcher(reason(e)).find();
  }

  /** Why something could not be written, in a few words. */
  static String reason(IOException e) {
    if (e instanceof WriteFailedException && e.getCause() instanceof IOException cause) {
      return reason(cause);
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it is there already";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.toString() : reason;
  }

  private static String remedy(IOException cause) {
    return isNoRoom(cause)
        ? "make room there, or choose another --output"
        : "see to it that it can be written, or choose another --output";
  }
}
