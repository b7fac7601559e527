package org.spillway.transforms.metrics;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * The time that is spent in a step's own code, as a counter of nanoseconds that Beam keeps for each
 * step. Threads add up: two that work for a second each make two seconds. Where a runner hands an
 * element on to the next step within the output call, the next step's time is not the former's as
 * well.
 *
 * <pre>{@code
 * @ProcessElement
 * public void process(@Element EnrichedHistory history, OutputReceiver<UserFeatures> out) {
 *   StepTime.measure(() -> out.output(describe(history)));
 * }
 * }</pre>
 *
 * <p>An element costs two looks at the clock and a count, so this is for elements that are batches,
 * histories or lists.
 */
public final class StepTime {
  private static final String NAME = "nanoseconds";
  private static final Counter NANOSECONDS = Metrics.counter(StepTime.class, NAME);

  /** What this thread has measured inside of the work that it is measuring, in nanoseconds. */
  private static final ThreadLocal<long[]> INNER = ThreadLocal.withInitial(() -> new long[1]);

  private StepTime() {}

  /**
   * Does some work and counts its time for the step that runs on this thread, if there is one.
   *
   * @throws E what the work throws; its time is counted all the same
   */
  public static <E extends Exception> void measure(Work<E> work) throws E {
    measured(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * As {@link #measure}, for work with a result.
   *
   * @throws E what the work throws; its time is counted all the same
   */
  public static <T, E extends Exception> T measured(Source<T, E> work) throws E {
    long[] inner = INNER.get();
    long before = inner[0];
    inner[0] = 0;
    long begunAt = System.nanoTime();
    try {
      return work.get();
    } finally {
      long elapsed = System.nanoTime() - begunAt;
      NANOSECONDS.inc(elapsed - inner[0]);
      inner[0] = before + elapsed;
    }
  }

  /** The counters of this class among a pipeline's metrics. */
  public static MetricsFilter filter() {
    return MetricsFilter.builder()
        .addNameFilter(MetricNameFilter.named(StepTime.class, NAME))
        .build();
  }

  /**
   * What can be measured.
   *
   * @param <E> what it throws
   */
  @FunctionalInterface
  public interface Work<E extends Exception> {
    /** Does the work. */
    void run() throws E;
  }

  /**
   * What can be measured, with a result.
   *
   * @param <T> the result
   * @param <E> what it throws
   */
  @FunctionalInterface
  public interface Source<T, E extends Exception> {
    /** Does the work. */
    T get() throws E;
  }
}
