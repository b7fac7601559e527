package org.spillway.transforms.gather;

import com.google.auto.value.AutoValue;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.spillway.transforms.metrics.StepTime;

/**
 * Makes a small collection one element, the list of all its elements, in no particular order. What
 * needs all of them is then a plain step behind, and several such steps share one shuffle, where a
 * side input for each would shuffle again.
 *
 * <p>{@link #all} gives one list whatever comes in, an empty one if nothing does. {@link #ifAny}
 * costs less, and gives no list if nothing comes in. For elements in the global window.
 *
 * <pre>{@code
 * PCollection<List<UserFeatures>> users = features.apply("GatherUsers", Gather.all());
 * }</pre>
 *
 * @param <T> elements, none of them null, that fit in a worker's memory together
 */
@AutoValue
public abstract class Gather<T> extends PTransform<PCollection<T>, PCollection<List<T>>> {
  private static final long serialVersionUID = 1;

  abstract boolean isAlwaysOne();

  /** One list, be it empty. */
  public static <T> Gather<T> all() {
    return new AutoValue_Gather<>(true);
  }

  /** One list, or none if there are no elements. */
  public static <T> Gather<T> ifAny() {
    return new AutoValue_Gather<>(false);
  }

  @Override
  public PCollection<List<T>> expand(PCollection<T> elements) {
    ListCoder<T> lists = ListCoder.of(elements.getCoder());
    KvCoder<Integer, List<T>> keyed = KvCoder.of(VarIntCoder.of(), lists);
    PCollection<KV<Integer, List<T>>> bundles =
        elements.apply("Bundles", ParDo.of(new BundleFn<T>())).setCoder(keyed);
    return (isAlwaysOne() ? withOneMore(bundles, keyed) : bundles)
        .apply("Group", GroupByKey.create())
        .apply("List", ParDo.of(new ListFn<T>()))
        .setCoder(lists);
  }

  /** An empty list, which makes a group where there are no elements. */
  private static <T> PCollection<KV<Integer, List<T>>> withOneMore(
      PCollection<KV<Integer, List<T>>> bundles, KvCoder<Integer, List<T>> coder) {
    KV<Integer, List<T>> nothing = KV.of(0, List.of());
    return PCollectionList.of(bundles)
        .and(bundles.getPipeline().apply("Nothing", Create.of(nothing).withCoder(coder)))
        .apply("Flatten", Flatten.pCollections());
  }

  /** Keys a bundle's elements alike, as one list: a shuffle takes as long over an element. */
  private static final class BundleFn<T> extends DoFn<T, KV<Integer, List<T>>> {
    private static final long serialVersionUID = 1;
    private transient List<T> elements = List.of();

    @StartBundle
    public void start() {
      elements = new ArrayList<>();
    }

    @ProcessElement
    public void process(@Element T element) {
      elements.add(element);
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      if (!elements.isEmpty()) {
        context.output(
            KV.of(0, elements), GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
      }
      elements = List.of();
    }
  }

  private static final class ListFn<T> extends DoFn<KV<Integer, Iterable<List<T>>>, List<T>> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<List<T>>> group, OutputReceiver<List<T>> out) {
      StepTime.measure(
          () -> {
            List<T> elements = new ArrayList<>();
            group.getValue().forEach(elements::addAll);
            out.output(elements);
          });
    }
  }
}
