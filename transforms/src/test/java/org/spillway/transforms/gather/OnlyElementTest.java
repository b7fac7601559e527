package org.spillway.transforms.gather;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.transforms.testing.TestPipelines;

class OnlyElementTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void isFoundByEveryElement(TestPipeline pipeline) {
    PAssert.that(beside(pipeline, List.of("one"))).containsInAnyOrder("a one", "b one");
    pipeline.run();
  }

  @Test
  void noneIsAFault(TestPipeline pipeline) {
    beside(pipeline, List.of());

    PipelineExecutionException e = assertThrows(PipelineExecutionException.class, pipeline::run);

    assertThat(e.getMessage(), containsString("singleton view"));
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(OnlyElement.asView());
  }

  private static PCollection<String> beside(TestPipeline pipeline, List<String> elements) {
    PCollectionView<String> only =
        pipeline
            .apply("Only", Create.of(elements).withCoder(StringUtf8Coder.of()))
            .apply("View", OnlyElement.asView());
    return pipeline
        .apply("Others", Create.of("a", "b"))
        .apply("Beside", ParDo.of(new BesideFn(only)).withSideInputs(only));
  }

  private static final class BesideFn extends DoFn<String, String> {
    private final PCollectionView<String> only;

    BesideFn(PCollectionView<String> only) {
      this.only = only;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      context.output(context.element() + " " + context.sideInput(only));
    }
  }
}
