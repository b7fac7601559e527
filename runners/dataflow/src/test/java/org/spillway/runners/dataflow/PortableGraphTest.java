package org.spillway.runners.dataflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.model.pipeline.v1.RunnerApi;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.util.construction.PCollectionViewTranslation;
import org.apache.beam.sdk.util.construction.PTransformTranslation;
import org.apache.beam.sdk.util.construction.ParDoTranslation;
import org.apache.beam.sdk.util.construction.PipelineTranslation;
import org.apache.beam.sdk.util.construction.RehydratedComponents;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The whole graph as Beam's portable proto, in which a runner of any language gets it: written,
 * read back, and with all that is ours as it was.
 */
class PortableGraphTest {
  private static final int MEBIBYTE = 1 << 20;

  private final Map<String, PTransform<?, ?>> transforms = new TreeMap<>();
  private final Map<String, Coder<?>> coders = new TreeMap<>();
  private RunnerApi.Pipeline read;
  private RehydratedComponents components;

  @BeforeEach
  void writeAndRead() throws Exception {
    Pipeline pipeline = JobGraph.onCloudStorage();
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public CompositeBehavior enterCompositeTransform(TransformHierarchy.Node node) {
            if (node.getTransform() != null) {
              transforms.put(node.getFullName(), node.getTransform());
            }
            return CompositeBehavior.ENTER_TRANSFORM;
          }

          @Override
          public void visitPrimitiveTransform(TransformHierarchy.Node node) {
            transforms.put(node.getFullName(), node.getTransform());
          }

          @Override
          public void visitValue(PValue value, TransformHierarchy.Node producer) {
            coders.put(value.getName(), ((PCollection<?>) value).getCoder());
          }
        });
    RunnerApi.Pipeline written = PipelineTranslation.toProto(pipeline);
    byte[] bytes = written.toByteArray();
    read = RunnerApi.Pipeline.parseFrom(bytes);
    components = RehydratedComponents.forComponents(read.getComponents());

    assertThat(read, is(written));
    assertThat(bytes.length, is(lessThan(2 * MEBIBYTE)));
  }

  @Test
  void everyFunctionSurvives() throws Exception {
    Map<String, Class<?>> survived = new HashMap<>();
    for (RunnerApi.PTransform transform : ofUrn(PTransformTranslation.PAR_DO_TRANSFORM_URN)) {
      RunnerApi.ParDoPayload payload =
          RunnerApi.ParDoPayload.parseFrom(transform.getSpec().getPayload());
      Object function = ParDoTranslation.getDoFn(payload);
      PTransform<?, ?> original = transforms.get(transform.getUniqueName());
      assertThat(transform.getUniqueName(), original, instanceOf(ParDo.MultiOutput.class));
      assertThat(
          transform.getUniqueName(),
          function.getClass(),
          is(((ParDo.MultiOutput<?, ?>) original).getFn().getClass()));
      survived.put(transform.getUniqueName(), function.getClass());
      for (RunnerApi.SideInput side : payload.getSideInputsMap().values()) {
        PCollectionViewTranslation.viewFnFromProto(side.getViewFn());
        PCollectionViewTranslation.windowMappingFnFromProto(side.getWindowMappingFn());
      }
    }
    assertThat(survived.size(), is(greaterThan(50)));
    assertThat(
        survived.values().stream().map(Class::getSimpleName).toList(), hasItem("ReadRatingsFn"));
  }

  /** Whoever adds one checks here that it survives. */
  @Test
  void thereAreNoCombinations() {
    assertThat(ofUrn(PTransformTranslation.COMBINE_PER_KEY_TRANSFORM_URN), is(empty()));
  }

  @Test
  void everyCoderSurvives() throws Exception {
    for (Map.Entry<String, RunnerApi.PCollection> collection :
        read.getComponents().getPcollectionsMap().entrySet()) {
      String name = collection.getValue().getUniqueName();
      Coder<?> coder = components.getCoder(collection.getValue().getCoderId());
      assertThat(name, coder, is(coders.get(name)));
    }
    assertThat(coders.size(), is(greaterThan(80)));
  }

  /** A shuffle groups by the bytes of keys, on many machines. */
  @Test
  void keysAreDeterministic() throws Exception {
    int shuffles = 0;
    for (RunnerApi.PTransform transform : read.getComponents().getTransformsMap().values()) {
      PTransform<?, ?> original = transforms.get(transform.getUniqueName());
      if (original instanceof GroupByKey || original instanceof Combine.PerKey) {
        String input = transform.getInputsMap().values().iterator().next();
        Coder<?> coder =
            components.getCoder(read.getComponents().getPcollectionsOrThrow(input).getCoderId());
        ((KvCoder<?, ?>) coder).getKeyCoder().verifyDeterministic();
        shuffles++;
      }
    }
    assertThat(shuffles, is(greaterThan(10)));
  }

  private List<RunnerApi.PTransform> ofUrn(String urn) {
    return read.getComponents().getTransformsMap().values().stream()
        .filter(transform -> transform.getSpec().getUrn().equals(urn))
        .toList();
  }
}
