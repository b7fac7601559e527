package org.spillway.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that does the main job, or part of it, as a process of its own.
 *
 * @param name what it is called in options and tables
 * @param does what it does and leaves out, in a line
 * @param results what it writes in Spillway's format
 * @param environment variables that it needs
 * @param commandLine how it is started
 */
record Contestant(
    String name,
    String does,
    Results results,
    Map<String, String> environment,
    CommandLine commandLine) {

  /** What a contestant writes that can be compared with Spillway's results. */
  enum Results {
    /** The tables and the four Parquet files. */
    ALL("tables and Parquet files agree"),
    /** The tables alone: it has no Parquet writer here. */
    TABLES("tables agree"),
    /** Nothing. */
    NONE("-");

    private final String label;

    Results(String label) {
      this.label = label;
    }

    /** What can be said once they have been compared. */
    String label() {
      return label;
    }
  }

  /** How a program is started. */
  interface CommandLine {
    /**
     * The words of the command.
     *
     * @param archive the archive to read
     * @param output the folder to write, which doesn't exist
     */
    List<String> of(Path archive, Path output);
  }
}
