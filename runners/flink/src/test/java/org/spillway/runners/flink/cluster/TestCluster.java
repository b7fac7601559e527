package org.spillway.runners.flink.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One cluster for all tests of a JVM that ask for it: a job manager and two task managers, JVMs of
 * their own on loopback, with two slots each. It ends with the tests, well or not.
 */
public final class TestCluster implements AutoCloseable {
  private static final int TASK_MANAGERS = 2;

  private final LocalCluster cluster;
  private final Thread hook = new Thread(this::stop, "test-cluster");

  private TestCluster(LocalCluster cluster) {
    this.cluster = cluster;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Gives it to a test or a constructor that has it as a parameter. */
  public static final class Resolver implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(TestCluster.class))
          .getOrComputeIfAbsent(TestCluster.class, key -> start(), TestCluster.class);
    }
  }

  private static TestCluster start() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-cluster");
      ClusterSettings settings =
          new ClusterSettings(
              TASK_MANAGERS, 2, 640, LocalCluster.freePort(), LocalCluster.freePort());
      Path lib = Path.of("target", "flink-lib").toAbsolutePath();
      return new TestCluster(LocalCluster.start(folder, lib, settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it takes jobs. */
  public String address() {
    return cluster.address();
  }

  /** What it says of itself. */
  public ClusterRest rest() {
    return ClusterRest.of(address());
  }

  /**
   * Ends a task manager as a power cut would, and starts another, as a cluster's keeper does: the
   * job takes all slots, and waits for as many.
   */
  public void replaceTaskManager() throws IOException {
    cluster.taskManagers().get(0).kill();
    cluster.startTaskManager();
  }

  /** Brings it back to two task managers, if one was killed. */
  public void repair() throws IOException {
    for (int i = cluster.taskManagers().size(); i < TASK_MANAGERS; i++) {
      cluster.startTaskManager();
    }
    // One that is gone may still be counted for a while.
    while (rest().overview().taskManagers() != TASK_MANAGERS) {
      pause();
    }
  }

  /** The job that runs, of the tests one at a time. */
  public JobOverview onlyJob() throws IOException {
    List<JobOverview> running =
        rest().jobs().stream().filter(job -> job.state().equals("RUNNING")).toList();
    if (running.size() != 1) {
      throw new IllegalStateException("expected one job that runs, found " + running);
    }
    return running.get(0);
  }

  /** Waits until no job runs. */
  public void awaitQuiet() throws IOException {
    while (rest().jobs().stream()
        .anyMatch(job -> !List.of("FINISHED", "CANCELED", "FAILED").contains(job.state()))) {
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the cluster", e);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    stop();
  }

  private void stop() {
    try {
      cluster.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
