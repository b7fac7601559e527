package org.spillway.transforms.summaries;

import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.transforms.Filter;
import org.spillway.schemas.SummaryTable;

/** Picks the tables that a test is about. */
final class Tables {

  private Tables() {}

  static Filter<SummaryTable> only(String... names) {
    Set<String> wanted = Set.of(names);
    return Filter.by(table -> wanted.contains(table.name()));
  }

  static List<SummaryTable> only(List<SummaryTable> tables, String... names) {
    Set<String> wanted = Set.of(names);
    return tables.stream().filter(table -> wanted.contains(table.name())).toList();
  }
}
