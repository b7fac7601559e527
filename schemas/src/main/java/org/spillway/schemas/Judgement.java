package org.spillway.schemas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A readiness check that passes or fails.
 *
 * @param id what is checked, such as {@code join_coverage}; unique within a run
 * @param meaning what it says of the data and why that matters, in a sentence
 * @param observed the value found: a cell of a {@link SummaryTable}
 * @param threshold what the value must be, such as {@code at least 0.99}
 * @param severity how much a failure matters
 * @param passed whether the value is as it must be
 * @param failing the first few keys at fault, such as names of clusters; empty if it passed, or if
 *     the fault has no keys
 */
public record Judgement(
    String id,
    String meaning,
    @Nullable Object observed,
    String threshold,
    Severity severity,
    boolean passed,
    List<String> failing) {

  /** How many failing keys are kept. */
  public static final int MAX_FAILING = 5;

  /** Keeps the first few keys, and takes an int for a long. */
  public Judgement {
    observed = Cells.checked(observed);
    failing = List.copyOf(failing.subList(0, Math.min(failing.size(), MAX_FAILING)));
  }
}
