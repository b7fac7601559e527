package org.spillway.runners.flink;

import java.util.Arrays;
import org.spillway.pipelines.cli.SpillwayCommand;
import org.spillway.runners.flink.cluster.ClusterCommand;

/** The command line with Beam's Flink runner, and {@code cluster} beside its commands. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(
        args.length > 0 && args[0].equals("cluster")
            ? ClusterCommand.run(Arrays.copyOfRange(args, 1, args.length))
            : SpillwayCommand.run(args, new FlinkDefaults()));
  }
}
