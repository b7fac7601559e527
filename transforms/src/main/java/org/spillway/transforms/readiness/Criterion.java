package org.spillway.transforms.readiness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;

/** Makes a {@link Judgement} of what is known beforehand and of what a run has found. */
record Criterion(String id, Severity severity, String threshold, String meaning) {

  Judgement judge(@Nullable Object observed, boolean passed) {
    return judge(observed, passed, List.of());
  }

  Judgement judge(@Nullable Object observed, boolean passed, List<String> failing) {
    return new Judgement(id, meaning, observed, threshold, severity, passed, failing);
  }

  /** Passes if nothing is at fault; the observed value is how many are. */
  Judgement noneOf(List<String> failing) {
    return judge(failing.size(), failing.isEmpty(), failing);
  }
}
