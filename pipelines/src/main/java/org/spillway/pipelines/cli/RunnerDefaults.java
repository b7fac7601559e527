package org.spillway.pipelines.cli;

import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.values.PCollection;

/** What a build of the command line with a certain runner adds to the user's arguments. */
public interface RunnerDefaults {

  /**
   * Arguments of the form {@code --name=value} for Beam. One whose name the user has given is left
   * out.
   *
   * @param runner the runner that the user asked for by {@code --runner}, or empty if none
   */
  List<String> arguments(String runner);

  /**
   * As {@link #arguments(String)}, for a runner whose defaults hang on other options too.
   *
   * @param given what the user typed, our own options too: values by name, empty where there is
   *     none
   * @throws IllegalArgumentException with one line for the user, if any of it cannot be
   */
  default List<String> arguments(Map<String, String> given) {
    return arguments(given.getOrDefault("runner", ""));
  }

  /**
   * Adds what the runner needs beside the steps that read; nothing unless overridden.
   *
   * @param archives the locations of the archives, which the reads were given before
   */
  default void besideReads(PCollection<String> archives) {}
}
