package org.spillway.transforms.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The canary: what the pipelines of all other tests rely on. */
class TestPipelinesTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void aTestThatForgetsToRunItsPipelineFails() {
    TestExecutionSummary summary = execute(ForgetsRun.class);

    assertThat(summary.getTestsStartedCount(), is(1L));
    assertThat(summary.getFailures(), hasSize(1));
    assertThat(
        summary.getFailures().get(0).getException(),
        instanceOf(TestPipeline.PipelineRunMissingException.class));
  }

  @Test
  void aTestThatAssertsAfterItsRunFails() {
    TestExecutionSummary summary = execute(AssertsTooLate.class);

    assertThat(summary.getTestsStartedCount(), is(1L));
    assertThat(summary.getFailures(), hasSize(1));
    assertThat(
        summary.getFailures().get(0).getException(),
        instanceOf(TestPipeline.AbandonedNodeException.class));
  }

  @Test
  void twoStepsOfOneNameAreRefused(TestPipeline pipeline) {
    pipeline.apply("Numbers", Create.of(1));
    pipeline.apply("Numbers", Create.of(2));

    IllegalStateException refused = assertThrows(IllegalStateException.class, pipeline::run);

    assertThat(refused.getMessage(), containsString("Numbers"));
  }

  private static TestExecutionSummary execute(Class<?> testClass) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass)).build(),
            listener);
    return listener.getSummary();
  }

  /** Run by the canary alone: as a nested class that is no {@code @Nested} one. */
  static class ForgetsRun {
    @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

    @Test
    void assertsWithoutRunning(TestPipeline pipeline) {
      PAssert.that(pipeline.apply("Numbers", Create.of(1))).containsInAnyOrder(2);
    }
  }

  /** Run by the canary alone. */
  static class AssertsTooLate {
    @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

    @Test
    void assertsAfterRunning(TestPipeline pipeline) {
      PCollection<Integer> numbers = pipeline.apply("Numbers", Create.of(1));
      pipeline.run();
      PAssert.that(numbers).containsInAnyOrder(2);
    }
  }
}
