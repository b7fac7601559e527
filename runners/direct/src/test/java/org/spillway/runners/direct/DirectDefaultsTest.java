package org.spillway.runners.direct;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineVisitor;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.testing.CrashingRunner;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectDefaultsTest {
  private final DirectDefaults defaults = new DirectDefaults();

  @ParameterizedTest
  @ValueSource(strings = {"", "DirectRunner", "directrunner", "direct"})
  void theDirectRunnerIsToldToBeFast(String runner) {
    assertThat(
        defaults.arguments(runner),
        hasItems("--runner=DirectRunner", "--enforceImmutability=false", "--targetParallelism=2"));
  }

  @Test
  void anotherRunnerIsToldNothing() {
    assertThat(defaults.arguments("FlinkRunner"), empty());
  }

  @Test
  void onlyTheDirectRunnersDriverIsKeptQuiet() {
    PipelineOptions direct = PipelineOptionsFactory.create();
    direct.setRunner(DirectRunner.class);
    assertThat(steps(direct), hasItem("KeepDriverQuiet"));
    PipelineOptions other = PipelineOptionsFactory.create();
    other.setRunner(CrashingRunner.class);
    assertThat(steps(other), contains("Archives"));
  }

  private List<String> steps(PipelineOptions options) {
    Pipeline pipeline = Pipeline.create(options);
    defaults.besideReads(pipeline.apply("Archives", Create.of("ml.zip")));
    List<String> steps = new ArrayList<>();
    pipeline.traverseTopologically(
        new PipelineVisitor.Defaults() {
          @Override
          public CompositeBehavior enterCompositeTransform(TransformHierarchy.Node node) {
            if (node.isRootNode()) {
              return CompositeBehavior.ENTER_TRANSFORM;
            }
            steps.add(node.getFullName());
            return CompositeBehavior.DO_NOT_ENTER_TRANSFORM;
          }
        });
    return steps;
  }
}
