package org.spillway.bench;

/** The benchmark's command line. */
public final class Main {

  private Main() {}

  /** Runs it and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(BenchCommand.commandLine().execute(args));
  }
}
