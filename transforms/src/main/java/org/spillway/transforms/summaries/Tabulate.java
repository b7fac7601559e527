package org.spillway.transforms.summaries;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.spillway.schemas.SummaryTable;

/**
 * Turns all elements of a small collection at once into tables. It runs when there are no elements
 * too, so that a run without users or slates has its tables, of no rows.
 *
 * @param <T> elements that fit in memory together
 */
final class Tabulate<T> extends PTransform<PCollection<T>, PCollection<SummaryTable>> {
  private final SerializableFunction<List<T>, List<SummaryTable>> tables;

  private Tabulate(SerializableFunction<List<T>, List<SummaryTable>> tables) {
    this.tables = tables;
  }

  /** Tabulates with a function of all elements, which come in no particular order. */
  static <T> Tabulate<T> with(SerializableFunction<List<T>, List<SummaryTable>> tables) {
    return new Tabulate<>(tables);
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<T> elements) {
    PCollectionView<Iterable<T>> all = elements.apply("All", View.asIterable());
    return elements
        .getPipeline()
        .apply("Once", Impulse.create())
        .apply("Tabulate", ParDo.of(new TabulateFn<>(all, tables)).withSideInput("all", all));
  }

  private static final class TabulateFn<T> extends DoFn<byte[], SummaryTable> {
    private final PCollectionView<Iterable<T>> all;
    private final SerializableFunction<List<T>, List<SummaryTable>> tables;

    TabulateFn(
        PCollectionView<Iterable<T>> all,
        SerializableFunction<List<T>, List<SummaryTable>> tables) {
      this.all = all;
      this.tables = tables;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      List<T> elements = new ArrayList<>();
      context.sideInput(all).forEach(elements::add);
      tables.apply(elements).forEach(context::output);
    }
  }
}
