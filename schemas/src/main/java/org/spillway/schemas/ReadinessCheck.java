package org.spillway.schemas;

import org.jspecify.annotations.Nullable;

/**
 * One line of the proof that the data is ready for later pipelines.
 *
 * @param check what is checked, such as {@code complete_seed_slates}
 * @param value what was observed: a cell of a {@link SummaryTable}
 * @param notes what the value means, in a sentence
 */
public record ReadinessCheck(String check, @Nullable Object value, String notes) {

  /** Takes an int for a long, and refuses what a cell cannot hold. */
  public ReadinessCheck {
    value = Cells.checked(value);
  }
}
