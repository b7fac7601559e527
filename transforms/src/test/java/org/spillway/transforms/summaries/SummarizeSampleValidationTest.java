package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.EnrichedHistoryCoder;

class SummarizeSampleValidationTest {

  @Test
  void refusesAModulusUnderOne() {
    assertThat(
        refusal(() -> SummarizeSample.of(0)), is("userModulus must be at least 1, but was: 0"));
  }

  @Test
  void refusesAThresholdOffTheScale() {
    SummarizeSample summarize = SummarizeSample.of(50);

    assertThat(
        refusal(() -> summarize.withLikedThreshold(0)),
        is("likedThreshold must be from 1 to 10 half stars, but was: 0"));
    assertThat(
        refusal(() -> summarize.withLikedThreshold(11)),
        is("likedThreshold must be from 1 to 10 half stars, but was: 11"));
  }

  @Test
  void theFullFileIsRequired() {
    PCollection<EnrichedHistory> histories =
        Pipeline.create().apply(Create.empty(EnrichedHistoryCoder.of()));

    assertThat(
        refusal(() -> histories.apply(SummarizeSample.of(50))), is("withFullFile() is required"));
  }

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
