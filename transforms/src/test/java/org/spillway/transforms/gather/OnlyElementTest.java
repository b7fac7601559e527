package org.spillway.transforms.gather;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.transforms.testing.TestPipelines;

class OnlyElementTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  /** Adds the side input's element to each. */
  private static final class AddFn extends DoFn<Integer, Integer> {
    private final OnlyElement<Integer> summand;

    AddFn(PCollectionView<Iterable<Integer>> view) {
      summand = new OnlyElement<>(view);
    }

    @StartBundle
    public void startBundle() {
      summand.forget();
    }

    @ProcessElement
    public void process(ProcessContext context, BoundedWindow window) {
      context.output(context.element() + summand.of(context, window));
    }
  }

  @Test
  void isTheElementForAll(TestPipeline pipeline) {
    PCollection<Integer> numbers = pipeline.apply("Numbers", Create.of(1, 2, 3));

    PAssert.that(added(numbers, pipeline.apply("Ten", Create.of(10))))
        .containsInAnyOrder(11, 12, 13);
    pipeline.run();
  }

  @Test
  void isThatOfTheElementsWindow(TestPipeline pipeline) {
    Window<Integer> hours = Window.into(FixedWindows.of(Duration.standardHours(1)));
    Instant first = Instant.EPOCH;
    Instant second = first.plus(Duration.standardHours(1));

    PAssert.that(
            added(
                pipeline
                    .apply(
                        "Numbers",
                        Create.timestamped(
                            TimestampedValue.of(1, first),
                            TimestampedValue.of(2, second),
                            TimestampedValue.of(3, first)))
                    .apply("NumbersByHour", hours),
                pipeline
                    .apply(
                        "Summands",
                        Create.timestamped(
                            TimestampedValue.of(10, first), TimestampedValue.of(20, second)))
                    .apply("SummandsByHour", hours)))
        .containsInAnyOrder(11, 22, 13);
    pipeline.run();
  }

  @Test
  void noneIsRefused(TestPipeline pipeline) {
    refuses(pipeline, List.of(), "has none");
  }

  @Test
  void severalAreRefused(TestPipeline pipeline) {
    refuses(pipeline, List.of(10, 20), "has several");
  }

  private static void refuses(TestPipeline pipeline, List<Integer> summands, String message) {
    added(
        pipeline.apply("Numbers", Create.of(1)),
        pipeline.apply("Summands", Create.of(summands).withCoder(VarIntCoder.of())));

    Exception e = assertThrows(PipelineExecutionException.class, pipeline::run);
    assertThat(e.getMessage(), containsString("a side input of one element " + message));
  }

  private static PCollection<Integer> added(
      PCollection<Integer> numbers, PCollection<Integer> summand) {
    PCollectionView<Iterable<Integer>> view = summand.apply("View", View.asIterable());
    return numbers.apply("Add", ParDo.of(new AddFn(view)).withSideInputs(view));
  }
}
