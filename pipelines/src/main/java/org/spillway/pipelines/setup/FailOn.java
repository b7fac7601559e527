package org.spillway.pipelines.setup;

import java.util.List;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;

/** Which failed readiness checks make a run end as not ready. */
public enum FailOn {
  /** Those of severity warning or error. */
  WARNING,
  /** Those of severity error. */
  ERROR,
  /** None. */
  NEVER;

  /**
   * What the option {@code --failOn} means.
   *
   * @throws IllegalArgumentException if it is not one of warning, error, never
   */
  public static FailOn of(String option) {
    return switch (option) {
      case "warning" -> WARNING;
      case "error" -> ERROR;
      case "never" -> NEVER;
      default ->
          throw new IllegalArgumentException(
              "failOn must be one of warning, error, never, but was: " + option);
    };
  }

  /** Whether these judgements make a run end as not ready. */
  public boolean isMetBy(List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> !judgement.passed())
        .map(Judgement::severity)
        .anyMatch(
            severity ->
                switch (this) {
                  case WARNING -> severity.compareTo(Severity.WARNING) >= 0;
                  case ERROR -> severity == Severity.ERROR;
                  case NEVER -> false;
                });
  }
}
