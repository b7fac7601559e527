package org.spillway.transforms.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.SummaryTable;

/**
 * What a report tells. It has no time of writing and no place, so that the same run gives the same
 * page.
 *
 * @param parameters the run's input and parameters by name, as they are to be shown
 * @param tables every summary table of the run by name
 * @param judgements the readiness checks, in any order
 */
public record ReportContent(
    SortedMap<String, String> parameters,
    SortedMap<String, SummaryTable> tables,
    List<Judgement> judgements) {

  /** Copies the collections. */
  public ReportContent {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    judgements = List.copyOf(judgements);
  }

  /** Tells of these. */
  public static ReportContent of(
      Map<String, String> parameters,
      Map<String, SummaryTable> tables,
      List<Judgement> judgements) {
    return new ReportContent(new TreeMap<>(parameters), new TreeMap<>(tables), judgements);
  }
}
