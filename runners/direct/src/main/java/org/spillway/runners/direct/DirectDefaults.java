package org.spillway.runners.direct;

import java.util.List;
import org.spillway.pipelines.cli.RunnerDefaults;

/**
 * How the Direct runner is told to run for speed instead of for checking its user's code.
 *
 * <p>Its driver keeps a core busy while bundles run, and the reader brings a thread of its own, so
 * one worker thread is the fastest on a small machine; its checks of immutability and encodability
 * are for tests, which have them on.
 */
final class DirectDefaults implements RunnerDefaults {

  @Override
  public List<String> arguments(String runner) {
    // Beam takes a runner's name in any case, with its ending or without.
    boolean isDirect = runner.equalsIgnoreCase("DirectRunner") || runner.equalsIgnoreCase("direct");
    if (!runner.isEmpty() && !isDirect) {
      return List.of();
    }
    return List.of(
        "--runner=DirectRunner",
        "--enforceImmutability=false",
        "--enforceEncodability=false",
        "--targetParallelism=1");
  }
}
