package org.spillway.pipelines.setup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;

class FailOnTest {

  @ParameterizedTest
  @CsvSource({
    "warning, INFO, false",
    "warning, WARNING, true",
    "warning, ERROR, true",
    "error, INFO, false",
    "error, WARNING, false",
    "error, ERROR, true",
    "never, INFO, false",
    "never, WARNING, false",
    "never, ERROR, false",
  })
  void aFailedCheckOfASeverity(String option, Severity severity, boolean isMet) {
    List<Judgement> judgements =
        List.of(judgement(Severity.INFO, true), judgement(severity, false));

    assertThat(FailOn.of(option).isMetBy(judgements), is(isMet));
  }

  @ParameterizedTest
  @CsvSource({"warning", "error", "never"})
  void whatPassedDoesNotCount(String option) {
    List<Judgement> passed =
        List.of(judgement(Severity.WARNING, true), judgement(Severity.ERROR, true));

    assertThat(FailOn.of(option).isMetBy(passed), is(false));
    assertThat(FailOn.of(option).isMetBy(List.of()), is(false));
  }

  @Test
  void anyOtherOption() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> FailOn.of("Error"));

    assertThat(
        refused.getMessage(), is("failOn must be one of warning, error, never, but was: Error"));
  }

  private static Judgement judgement(Severity severity, boolean passed) {
    return new Judgement("check", "A check.", 1L, "at least 1", severity, passed, List.of());
  }
}
