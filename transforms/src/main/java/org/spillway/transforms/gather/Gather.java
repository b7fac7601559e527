package org.spillway.transforms.gather;

import com.google.auto.value.AutoValue;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;
import org.spillway.transforms.metrics.StepTime;

/**
 * Makes a small collection one element, the list of all its elements, in no particular order. What
 * needs all of them is then a plain step behind, and several such steps share one shuffle, where a
 * side input for each would shuffle again.
 *
 * <p>{@link #all} gives one list whatever comes in, an empty one if nothing does. {@link #ifAny}
 * costs less, and gives no list if nothing comes in.
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
    KvCoder<Integer, @Nullable T> coder =
        KvCoder.of(VarIntCoder.of(), NullableCoder.of(elements.getCoder()));
    PCollection<KV<Integer, @Nullable T>> keyed =
        elements.apply("KeyAlike", ParDo.of(new KeyFn<T>())).setCoder(coder);
    return (isAlwaysOne() ? withOneMore(keyed, coder) : keyed)
        .apply("Group", GroupByKey.create())
        .apply("List", ParDo.of(new ListFn<T>()))
        .setCoder(ListCoder.of(elements.getCoder()));
  }

  /** A null, which makes a group where there are no elements. */
  private static <T> PCollection<KV<Integer, @Nullable T>> withOneMore(
      PCollection<KV<Integer, @Nullable T>> keyed, KvCoder<Integer, @Nullable T> coder) {
    KV<Integer, @Nullable T> nothing = KV.of(0, null);
    return PCollectionList.of(keyed)
        .and(keyed.getPipeline().apply("Nothing", Create.of(nothing).withCoder(coder)))
        .apply("Flatten", Flatten.pCollections());
  }

  private static final class KeyFn<T> extends DoFn<T, KV<Integer, @Nullable T>> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element T element, OutputReceiver<KV<Integer, @Nullable T>> out) {
      out.output(KV.of(0, element));
    }
  }

  private static final class ListFn<T> extends DoFn<KV<Integer, Iterable<@Nullable T>>, List<T>> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<@Nullable T>> group, OutputReceiver<List<T>> out) {
      StepTime.measure(
          () -> {
            List<T> elements = new ArrayList<>();
            for (@Nullable T element : group.getValue()) {
              if (element != null) {
                elements.add(element);
              }
            }
            out.output(elements);
          });
    }
  }
}
