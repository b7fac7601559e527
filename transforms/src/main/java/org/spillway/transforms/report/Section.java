package org.spillway.transforms.report;

import java.util.List;

/**
 * A section of the report: what it is about, and which tables and figures it shows.
 *
 * @param id the anchor, unique on the page
 * @param title the heading
 * @param text what is to be seen and why it matters for interference
 * @param figures the names of figures
 * @param tables the names of summary tables
 */
record Section(String id, String title, String text, List<String> figures, List<String> tables) {

  /** A section with tables only. */
  static Section of(String id, String title, String text, String... tables) {
    return new Section(id, title, text, List.of(), List.of(tables));
  }

  /** This section with these figures above its tables. */
  Section withFigures(String... names) {
    return new Section(id, title, text, List.of(names), tables);
  }
}
