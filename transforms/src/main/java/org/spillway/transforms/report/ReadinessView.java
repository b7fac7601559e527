package org.spillway.transforms.report;

import java.util.Comparator;
import java.util.List;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;

/**
 * The readiness checks as the page shows them: those that failed first, the gravest at the top.
 *
 * @param verdict what they say together, in a sentence
 * @param rows the checks
 */
record ReadinessView(String verdict, List<Row> rows) {
  private static final Comparator<Judgement> FAILED_FIRST =
      Comparator.comparing(Judgement::passed)
          .thenComparing(Judgement::severity, Comparator.reverseOrder())
          .thenComparing(Judgement::id);

  /**
   * A check.
   *
   * @param outcome passed or failed
   * @param failing the first keys at fault; empty if there are none
   */
  record Row(
      String id,
      String outcome,
      String observed,
      String threshold,
      String severity,
      String meaning,
      String failing) {}

  /** The view of these judgements, which may come in any order. */
  static ReadinessView of(List<Judgement> judgements) {
    return new ReadinessView(
        verdict(judgements),
        judgements.stream().sorted(FAILED_FIRST).map(ReadinessView::row).toList());
  }

  private static Row row(Judgement judgement) {
    return new Row(
        judgement.id(),
        judgement.passed() ? "passed" : "failed",
        CellFormat.ofMixed().text(judgement.observed()),
        judgement.threshold(),
        judgement.severity().label(),
        judgement.meaning(),
        String.join(", ", judgement.failing()));
  }

  private static String verdict(List<Judgement> judgements) {
    List<Judgement> failed = judgements.stream().filter(check -> !check.passed()).toList();
    if (failed.isEmpty()) {
      return "All " + judgements.size() + " readiness checks passed.";
    }
    Severity gravest =
        failed.stream().map(Judgement::severity).max(Comparator.naturalOrder()).get();
    return failed.size()
        + " of "
        + judgements.size()
        + " readiness checks failed, the gravest of severity "
        + gravest.label()
        + ".";
  }
}
