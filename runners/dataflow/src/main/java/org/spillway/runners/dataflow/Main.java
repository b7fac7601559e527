package org.spillway.runners.dataflow;

import org.spillway.pipelines.cli.SpillwayCommand;

/** The command line with Beam's runner for Google Cloud Dataflow. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(SpillwayCommand.run(args, new DataflowDefaults()));
  }
}
