package org.spillway.pipelines.cli;

import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
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
   * Whether all steps run in this process, so that a read may begin here before its step; not
   * unless overridden.
   */
  default boolean runsInThisProcess(PipelineOptions options) {
    return false;
  }

  /**
   * Adds what the runner needs beside the steps that read; nothing unless overridden.
   *
   * @param archives the locations of the archives, which the reads were given before
   */
  default void besideReads(PCollection<String> archives) {}
}
