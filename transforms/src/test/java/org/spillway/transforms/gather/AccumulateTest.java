package org.spillway.transforms.gather;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
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

class AccumulateTest {
  private static final int ELEMENTS = 1_000;

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void eachElementIsInOneAccumulator(TestPipeline pipeline) {
    PCollection<Integer> elements =
        PCollectionList.of(pipeline.apply("One", Create.of(ELEMENTS)))
            .and(pipeline.apply("Many", Create.of(IntStream.range(0, ELEMENTS).boxed().toList())))
            .apply("Elements", Flatten.pCollections());

    PAssert.that(elements.apply(lists())).satisfies(AccumulateTest::hasEachOnce);
    pipeline.run();
  }

  @Test
  void ofNothingThereIsNone(TestPipeline pipeline) {
    PAssert.that(pipeline.apply(Create.empty(VarIntCoder.of())).apply(lists())).empty();
    pipeline.run();
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(lists());
  }

  private static Accumulate<Integer, List<Integer>> lists() {
    return Accumulate.into(ArrayList::new, List::add, ListCoder.of(VarIntCoder.of()));
  }

  private static Void hasEachOnce(Iterable<List<Integer>> lists) {
    List<Integer> all = new ArrayList<>();
    int accumulators = 0;
    for (List<Integer> list : lists) {
      all.addAll(list);
      accumulators++;
    }
    assertThat(
        all.stream().sorted().toList(), is(IntStream.rangeClosed(0, ELEMENTS).boxed().toList()));
    // The bundles are the runner's; but were each element one, there would be nothing added up.
    assertThat(accumulators, is(lessThanOrEqualTo(ELEMENTS / 2)));
    return null;
  }
}
