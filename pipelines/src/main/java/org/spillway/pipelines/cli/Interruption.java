package org.spillway.pipelines.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.spillway.transforms.write.OutputFolder;
import org.spillway.transforms.write.Staging;

/** Says how things stand when a signal ends the process in the middle of a run. */
final class Interruption implements Closeable {
  private final PrintWriter err;
  private final Thread hook = new Thread(this::say, "interruption");
  private volatile @Nullable Staging staging;
  private volatile @Nullable ProgressLine progress;

  private Interruption(PrintWriter err) {
    this.err = err;
  }

  /** Waits for a signal until it is closed; from before anything is written. */
  static Interruption await(PrintWriter err) {
    Interruption interruption = new Interruption(err);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** The run's files go here from now on. */
  void staging(Staging staging) {
    this.staging = staging;
  }

  /** This line is on the terminal from now on. */
  void progress(ProgressLine progress) {
    this.progress = progress;
  }

  /** Says it. */
  void say() {
    if (progress != null) {
      progress.close();
    }
    err.println("spillway: interrupted: " + state());
    err.flush();
  }

  private String state() {
    Staging run = staging;
    if (run == null) {
      return "the run is incomplete, and nothing was published";
    }
    try {
      if (OutputFolder.isPublished(run)) {
        return "but the results were whole by then, and are in " + run.output();
      }
    } catch (IOException | RuntimeException e) {
      return "the run is incomplete, and what is in " + run.output() + " cannot be told: " + e;
    }
    return "the run is incomplete; the next one clears away its files";
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending because of a signal, and the hook is what says so.
    }
  }
}
