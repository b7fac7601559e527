package org.spillway.pipelines.cli;

/** What the command line's exit codes mean. */
public final class ExitCodes {

  /** The command has done what it was asked. */
  public static final int DONE = 0;

  /** A fault while running. */
  public static final int FAULT = 1;

  /** Bad usage or bad input. */
  public static final int BAD_USAGE = 2;

  /** Done, but a readiness check of a severity that matters has failed. */
  public static final int NOT_READY = 3;

  private ExitCodes() {}
}
