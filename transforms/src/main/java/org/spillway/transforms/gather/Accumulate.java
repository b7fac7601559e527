package org.spillway.transforms.gather;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;
import org.spillway.transforms.metrics.StepTime;

/**
 * Adds the elements of each bundle up into one accumulator. How many come out is the runner's
 * affair: none for nothing, one or more for all. Whoever {@linkplain Gather gathers} them merges
 * them, so an accumulator must not depend on what is added or merged first.
 *
 * <p>It is the first half of a {@link org.apache.beam.sdk.transforms.Combine}, for what is gathered
 * afterwards anyway: the second half would shuffle once more. For elements in the global window.
 *
 * <pre>{@code
 * PCollection<Tally> tallies =
 *     histories.apply("Tally", Accumulate.into(Tally::new, Tally::add, new TallyCoder()));
 * }</pre>
 *
 * @param <T> the elements
 * @param <A> the accumulator
 */
@AutoValue
public abstract class Accumulate<T, A> extends PTransform<PCollection<T>, PCollection<A>> {
  private static final long serialVersionUID = 1;

  /** Makes an accumulator that has nothing in it. */
  @FunctionalInterface
  public interface Maker<A> extends Serializable {
    /** A new one, of nothing. */
    A make();
  }

  /** Adds an element. */
  @FunctionalInterface
  public interface Adder<T, A> extends Serializable {
    /** Changes the accumulator, never the element. */
    void add(A accumulator, T element);
  }

  abstract Maker<A> maker();

  abstract Adder<T, A> adder();

  abstract Coder<A> coder();

  /** Accumulates like this. */
  public static <T, A> Accumulate<T, A> into(Maker<A> maker, Adder<T, A> adder, Coder<A> coder) {
    return new AutoValue_Accumulate<>(maker, adder, coder);
  }

  @Override
  public PCollection<A> expand(PCollection<T> elements) {
    return elements
        .apply("Bundles", ParDo.of(new AccumulateFn<>(maker(), adder())))
        .setCoder(coder());
  }

  private static final class AccumulateFn<T, A> extends DoFn<T, A> {
    private static final long serialVersionUID = 1;
    private final Maker<A> maker;
    private final Adder<T, A> adder;
    private transient @Nullable A accumulator;

    AccumulateFn(Maker<A> maker, Adder<T, A> adder) {
      this.maker = maker;
      this.adder = adder;
    }

    @StartBundle
    public void start() {
      accumulator = null;
    }

    @ProcessElement
    public void process(@Element T element) {
      StepTime.measure(() -> adder.add(accumulator(), element));
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      if (accumulator != null) {
        context.output(accumulator, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
        accumulator = null;
      }
    }

    private A accumulator() {
      A known = accumulator;
      if (known == null) {
        known = maker.make();
        accumulator = known;
      }
      return known;
    }
  }
}
