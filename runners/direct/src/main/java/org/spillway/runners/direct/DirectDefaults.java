package org.spillway.runners.direct;

import java.util.List;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.pipelines.cli.RunnerDefaults;

/**
 * How the Direct runner is told to run for speed instead of for checking its user's code.
 *
 * <p>Two worker threads are the fastest on a small machine, since the reader brings threads of its
 * own and {@link KeepDriverQuiet} keeps the cores for them; checks of immutability and encodability
 * are for tests, which have them on.
 */
final class DirectDefaults implements RunnerDefaults {

  @Override
  public List<String> arguments(String runner) {
    if (!runsInThisProcess(runner)) {
      return List.of();
    }
    return List.of(
        "--runner=DirectRunner",
        "--enforceImmutability=false",
        "--enforceEncodability=false",
        "--targetParallelism=2");
  }

  @Override
  public List<Class<? extends PipelineOptions>> furtherOptions() {
    return FewOptions.further();
  }

  @Override
  public boolean runsInThisProcess(String runner) {
    // Beam takes a runner's name in any case, with its ending or without.
    return runner.isEmpty()
        || runner.equalsIgnoreCase("DirectRunner")
        || runner.equalsIgnoreCase("direct");
  }

  @Override
  public void besideReads(PCollection<String> archives) {
    if (archives.getPipeline().getOptions().getRunner() == DirectRunner.class) {
      archives.apply("KeepDriverQuiet", new KeepDriverQuiet());
    }
  }
}
