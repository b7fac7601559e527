package org.spillway.runners.flink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.spillway.pipelines.cli.RunnerDefaults;
import org.spillway.runners.flink.cluster.ClusterRest;

/**
 * How the Flink runner is told to run a job of ours: in this process unless {@code --flinkMaster}
 * names a cluster, on all cores or slots that there are, with a few partitions for each so that
 * they spread evenly, and without copies between steps, which change no element.
 *
 * <p>What Beam has no option for comes from a {@linkplain JobConfiguration configuration of Flink's
 * own}, unless the user has one: {@code --flinkConfDir} or {@code FLINK_CONF_DIR}.
 */
class FlinkDefaults implements RunnerDefaults {

  /** By hash, as many partitions as tasks would leave some tasks without any. */
  private static final int PARTITIONS_PER_TASK = 4;

  /**
   * These tell of every step of every task, and of every counter. Kept here, since what nobody
   * keeps forgets its level.
   */
  private static final List<Logger> TALKATIVE =
      List.of(
          Logger.getLogger("org.apache.flink"), Logger.getLogger("org.apache.beam.runners.flink"));

  private static final String LOCAL = "[local]";
  private static final String AUTO = "[auto]";

  @Override
  public List<String> arguments(String runner) {
    return arguments(Map.of("runner", runner));
  }

  /**
   * @throws IllegalArgumentException if the cluster does not answer, or no parallelism is a number
   */
  @Override
  public List<String> arguments(Map<String, String> given) {
    if (!isFlink(given.getOrDefault("runner", ""))) {
      return List.of();
    }
    TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    String master = given.getOrDefault("flinkMaster", isRunByFlink() ? AUTO : LOCAL);
    List<String> arguments = new ArrayList<>();
    arguments.add("--runner=FlinkRunner");
    arguments.add("--flinkMaster=" + master);
    arguments.add("--objectReuse=true");
    arguments.add("--fasterCopy=true");
    if (!isRunByFlink()) {
      int parallelism =
          given.containsKey("parallelism")
              ? number("parallelism", given.get("parallelism"))
              : parallelism(master);
      arguments.add("--parallelism=" + parallelism);
      arguments.add("--partitions=" + PARTITIONS_PER_TASK * parallelism);
      if (System.getenv("FLINK_CONF_DIR") == null) {
        arguments.add("--flinkConfDir=" + JobConfiguration.of(isCluster(master)).writeTemporary());
      }
    }
    if (isCluster(master)) {
      // All that a cluster lacks; what is beside the jar, a cluster has.
      jar().ifPresent(jar -> arguments.add("--filesToStage=" + jar));
    }
    return arguments;
  }

  private static boolean isFlink(String runner) {
    // Beam takes a runner's name in any case, with its ending or without.
    return runner.isEmpty()
        || runner.equalsIgnoreCase("FlinkRunner")
        || runner.equalsIgnoreCase("flink");
  }

  /** Whether a {@code flink run} of Flink's has begun this process, and so says where it runs. */
  @SuppressWarnings("deprecation") // It is what Beam's runner makes its jobs with.
  private static boolean isRunByFlink() {
    return !ExecutionEnvironment.areExplicitEnvironmentsAllowed();
  }

  private static boolean isCluster(String master) {
    return !master.startsWith("[");
  }

  private static int parallelism(String master) {
    return isCluster(master)
        ? Math.max(1, ClusterRest.of(master).overview().slots())
        : Runtime.getRuntime().availableProcessors();
  }

  private static int number(String name, String value) {
    if (!value.matches("[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException(name + " must be from 1 to 99999, but was: " + value);
    }
    return Integer.parseInt(value);
  }

  /** The jar that this class is in; none if it is in a folder of classes. */
  private static Optional<String> jar() {
    String place =
        FlinkDefaults.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return place.endsWith(".jar") ? Optional.of(place) : Optional.empty();
  }
}
