package org.spillway.transforms.summaries;

import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.metrics.StepTime;

/**
 * Turns all elements of a small collection, gathered in one list, into tables.
 *
 * @param <T> the type of the elements
 */
final class Tabulate<T> extends PTransform<PCollection<List<T>>, PCollection<SummaryTable>> {
  private final SerializableFunction<List<T>, List<SummaryTable>> tables;

  private Tabulate(SerializableFunction<List<T>, List<SummaryTable>> tables) {
    this.tables = tables;
  }

  /** Tabulates with a function of all elements, which come in no particular order. */
  static <T> Tabulate<T> with(SerializableFunction<List<T>, List<SummaryTable>> tables) {
    return new Tabulate<>(tables);
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<List<T>> gathered) {
    return gathered.apply("Tabulate", ParDo.of(new TabulateFn<>(tables)));
  }

  private static final class TabulateFn<T> extends DoFn<List<T>, SummaryTable> {
    private final SerializableFunction<List<T>, List<SummaryTable>> tables;

    TabulateFn(SerializableFunction<List<T>, List<SummaryTable>> tables) {
      this.tables = tables;
    }

    @ProcessElement
    public void process(@Element List<T> elements, OutputReceiver<SummaryTable> out) {
      StepTime.measure(() -> tables.apply(elements).forEach(out::output));
    }
  }
}
