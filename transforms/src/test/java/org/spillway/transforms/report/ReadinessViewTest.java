package org.spillway.transforms.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;
import org.spillway.transforms.report.ReadinessView.Row;

/** Checks the order and the words of the readiness checks. */
class ReadinessViewTest {

  @Test
  void failedChecksComeFirstTheGravestAtTheTop() {
    ReadinessView view =
        ReadinessView.of(
            List.of(
                judgement("z", Severity.ERROR, true),
                judgement("a", Severity.INFO, false),
                judgement("c", Severity.ERROR, false),
                judgement("b", Severity.ERROR, false)));

    assertThat(view.rows().stream().map(Row::id).toList(), is(List.of("b", "c", "a", "z")));
    assertThat(
        view.verdict(), is("3 of 4 readiness checks failed, the gravest of severity error."));
  }

  @Test
  void aCheckIsWrittenOut() {
    ReadinessView view =
        ReadinessView.of(
            List.of(
                new Judgement(
                    "small", "Why.", 1234.5, "0", Severity.INFO, false, List.of("War", "IMAX"))));

    assertThat(
        view.rows(),
        is(List.of(new Row("small", "failed", "1,234.5", "0", "info", "Why.", "War, IMAX"))));
  }

  @Test
  void allMayPass() {
    assertThat(
        ReadinessView.of(List.of(judgement("a", Severity.ERROR, true))).verdict(),
        is("All 1 readiness checks passed."));
  }

  private static Judgement judgement(String id, Severity severity, boolean passed) {
    return new Judgement(id, "Why.", 1, "1", severity, passed, List.of());
  }
}
