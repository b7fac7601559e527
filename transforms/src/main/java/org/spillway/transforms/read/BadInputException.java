package org.spillway.transforms.read;

import org.jspecify.annotations.Nullable;

/**
 * An input that cannot be used, with the place at which that shows. The message is one line for
 * users: {@code INPUT-nnn <archive>[!<entry>[:line[:column]]]: <what>; expected …, found …;
 * <remedy>}.
 *
 * <p>A runner may wrap it; {@link #findIn} unwraps it.
 */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final InputFault fault;
  private final Place place;

  BadInputException(InputFault fault, Place place, String what, String expected, String found) {
    super(
        fault.code()
            + " "
            + place
            + ": "
            + what
            + "; expected "
            + expected
            + ", found "
            + found
            + "; "
            + fault.remedy());
    this.fault = fault;
    this.place = place;
  }

  /** The first bad input among an exception and its causes, or null. */
  public static @Nullable BadInputException findIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadInputException badInput) {
        return badInput;
      }
    }
    return null;
  }

  /** What is wrong. */
  public InputFault fault() {
    return fault;
  }

  /** The fault's code, such as {@code INPUT-018}. */
  public String code() {
    return fault.code();
  }

  /** The archive's location, as it was given. */
  public String archive() {
    return place.archive();
  }

  /** The entry's full name, or null if the fault is the archive's. */
  public @Nullable String entry() {
    return place.entry();
  }

  /** The line, from 1, or 0 if the fault is the whole entry's. */
  public long line() {
    return place.line();
  }

  /** The column's name, or null if the fault is not a column's. */
  public @Nullable String column() {
    return place.column();
  }
}
