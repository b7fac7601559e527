package org.spillway.pipelines.cli;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResult;
import org.spillway.transforms.metrics.StepTime;

/** The time that a run spent in each step of its pipeline, as a line for the log. */
final class StepTimes {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Map<String, Long> nanosByStep = new TreeMap<>();

  /** What the runner has counted; nothing if it doesn't count. */
  static StepTimes of(PipelineResult result) {
    StepTimes times = new StepTimes();
    try {
      for (MetricResult<Long> counted :
          result.metrics().queryMetrics(StepTime.filter()).getCounters()) {
        // Not every runner knows which attempts were committed.
        times.add(counted.getKey().stepName(), counted.getAttempted());
      }
    } catch (RuntimeException e) {
      // A runner may have no metrics, or not when the job has ended: no run fails for that.
      return new StepTimes();
    }
    return times;
  }

  /**
   * Adds to the step at the top of the pipeline.
   *
   * @param step the full name, such as {@code ReadRatings/Read ratings.csv/ParMultiDo(Read)}
   */
  void add(String step, long nanos) {
    int end = step.indexOf('/');
    nanosByStep.merge(end < 0 ? step : step.substring(0, end), nanos, Long::sum);
  }

  boolean isEmpty() {
    return nanosByStep.isEmpty();
  }

  /** The steps, the one with the most time first. */
  String line(long startUpNanos, long wholeNanos) {
    return "time in steps: "
        + nanosByStep.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(step -> step.getKey() + " " + seconds(step.getValue()))
            .collect(joining(", "))
        + "; start-up "
        + seconds(startUpNanos)
        + ", whole run "
        + seconds(wholeNanos);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / NANOS_PER_SECOND);
  }
}
