package org.spillway.pipelines.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.pipelines.setup.SetupOptions;

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
   * Whether all steps run in this process, so that a read may begin here before its step; not
   * unless overridden.
   *
   * @param runner as {@code --runner} names it, or empty if the user asked for none
   */
  default boolean runsInThisProcess(String runner) {
    return false;
  }

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
   * Options that Beam is told of only when a user gives one which it does not know, since it takes
   * some time over each interface in its registry; none unless overridden.
   */
  default List<Class<? extends PipelineOptions>> furtherOptions() {
    return List.of();
  }

  /**
   * Completes options where a default won't do, and refuses those that the runner could not do the
   * job with; before any work. Nothing unless overridden.
   *
   * @throws IllegalArgumentException with one line for the user
   */
  default void complete(SetupOptions options) {}

  /**
   * Where these options have the runner write the job down instead of running it; then neither the
   * archive nor the output folder is looked at.
   *
   * @return a file; nothing unless overridden
   */
  default Optional<String> jobFile(SetupOptions options) {
    return Optional.empty();
  }

  /**
   * Adds what the runner needs beside the steps that read; nothing unless overridden.
   *
   * @param archives the locations of the archives, which the reads were given before
   */
  default void besideReads(PCollection<String> archives) {}
}
