package org.spillway.transforms.gather;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.transforms.testing.TestPipelines;

class GatherTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  /** Collections that are flattened come in bundles of their own. */
  @Test
  void bringsAllElementsOfAllBundlesIntoOneList(TestPipeline pipeline) {
    PCollection<String> elements =
        PCollectionList.of(pipeline.apply("Few", Create.of("b", "a")))
            .and(pipeline.apply("None", Create.empty(StringUtf8Coder.of())))
            .and(pipeline.apply("More", Create.of("", "c", "a")))
            .apply("Elements", Flatten.pCollections());

    PAssert.thatSingleton(elements.apply("All", Gather.all())).satisfies(GatherTest::hasEach);
    PAssert.thatSingleton(elements.apply("IfAny", Gather.ifAny())).satisfies(GatherTest::hasEach);
    pipeline.run();
  }

  @Test
  void ofNothingAllIsAnEmptyListAndIfAnyIsNone(TestPipeline pipeline) {
    PCollection<String> nothing = pipeline.apply(Create.empty(StringUtf8Coder.of()));

    PAssert.thatSingleton(nothing.apply("All", Gather.all())).isEqualTo(List.of());
    PAssert.that(nothing.apply("IfAny", Gather.ifAny())).empty();
    pipeline.run();
  }

  @Test
  void theCoderIsThatOfTheElementsInAList() {
    PCollection<String> elements = Pipeline.create().apply(Create.of("a"));

    assertThat(
        elements.apply("All", Gather.all()).getCoder(), is(ListCoder.of(StringUtf8Coder.of())));
    assertThat(
        elements.apply("IfAny", Gather.ifAny()).getCoder(), is(ListCoder.of(StringUtf8Coder.of())));
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(Gather.all());
    SerializableUtils.ensureSerializable(Gather.ifAny());
  }

  private static Void hasEach(List<String> gathered) {
    assertThat(gathered, containsInAnyOrder("", "a", "a", "b", "c"));
    return null;
  }
}
