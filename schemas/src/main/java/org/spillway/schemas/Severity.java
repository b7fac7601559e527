package org.spillway.schemas;

import java.util.Locale;

/** How much it matters that a {@link Judgement} has failed. Ordered: the gravest is the last. */
public enum Severity {
  /** Good to know; the data can be used as it is. */
  INFO,
  /** To be looked at before the data is used. */
  WARNING,
  /** The data is not fit for later pipelines. */
  ERROR;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in files and on the command line: info, warning, error. */
  public String label() {
    return label;
  }

  /**
   * The severity with this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Severity labelled(String label) {
    for (Severity severity : values()) {
      if (severity.label.equals(label)) {
        return severity;
      }
    }
    throw new IllegalArgumentException(
        "a severity must be one of info, warning, error, but was: " + label);
  }
}
