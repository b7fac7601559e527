package org.spillway.pipelines.compare;

/** What a run tells of itself, in the order in which a comparison speaks of it. */
public enum Part {
  /** The parameters, and the versions of the program. */
  PARAMETERS("Parameters"),
  /** The archives' entries: sizes and CRC-32. */
  INPUT("Input"),
  /** The account of each entry's rows. */
  ROWS("Row accounts"),
  /** The readiness checks. */
  CHECKS("Readiness checks"),
  /** The summary tables. */
  FIGURES("Figures"),
  /** The published files: rows, bytes and SHA-256. */
  OUTPUTS("Outputs");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  /** What it is called, as a heading. */
  public String title() {
    return title;
  }
}
