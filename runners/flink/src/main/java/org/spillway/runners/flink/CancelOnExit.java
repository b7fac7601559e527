package org.spillway.runners.flink;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.JobListener;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a job on a cluster when the process that waits for it is interrupted: else it would go on
 * and publish a result that its user was told is incomplete. Flink makes it, by its name in a
 * {@link JobConfiguration}.
 */
public final class CancelOnExit implements JobListener {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private @Nullable Thread hook;

  @Override
  public void onJobSubmitted(@Nullable JobClient job, @Nullable Throwable failure) {
    if (job != null) {
      hook = new Thread(() -> cancel(job), "cancel-on-exit");
      Runtime.getRuntime().addShutdownHook(hook);
    }
  }

  @Override
  public void onJobExecuted(@Nullable JobExecutionResult result, @Nullable Throwable failure) {
    if (hook != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending, and the hook is why the job has.
      }
    }
  }

  private static void cancel(JobClient job) {
    try {
      job.cancel().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.err.println(
          "spillway: the job "
              + job.getJobID()
              + " could not be cancelled, and goes on unless you cancel it: "
              + e);
    }
  }
}
