package org.spillway.transforms.read;

import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.EntryReportCoder;
import org.spillway.schemas.RejectedRow;
import org.spillway.schemas.RejectedRowCoder;

/**
 * What a read gives: the records, the rows that it rejected, and an account of every entry.
 *
 * @param <T> what holds the records
 */
public class ReadResult<T> implements POutput {
  static final TupleTag<RejectedRow> REJECTED = new TupleTag<>("rejected") {};
  static final TupleTag<EntryReport> REPORTS = new TupleTag<>("reports") {};

  private final PCollectionTuple outputs;
  private final PCollection<T> records;

  ReadResult(PCollectionTuple outputs, TupleTag<T> recordsTag, Coder<T> recordCoder) {
    this.outputs = outputs;
    records = outputs.get(recordsTag).setCoder(recordCoder);
    rejected().setCoder(RejectedRowCoder.of());
    reports().setCoder(EntryReportCoder.of());
  }

  private ReadResult(PCollectionTuple outputs, PCollection<T> records) {
    this.outputs = outputs;
    this.records = records;
  }

  /** The tags of the outputs beside the records. */
  static TupleTagList furtherTags() {
    return TupleTagList.of(REJECTED).and(REPORTS);
  }

  /** The accepted rows. */
  public PCollection<T> records() {
    return records;
  }

  /** The rejected rows; those of an entry are told apart by their line, and arrive in any order. */
  public PCollection<RejectedRow> rejected() {
    return outputs.get(REJECTED);
  }

  /** One account per archive, for the entry that was read there. */
  public PCollection<EntryReport> reports() {
    return outputs.get(REPORTS);
  }

  PCollectionTuple outputs() {
    return outputs;
  }

  /** These records, with the rejected rows and the reports of another read too. */
  ReadResult<T> withAlso(ReadResult<T> other, TupleTag<T> recordsTag) {
    return new ReadResult<>(
        PCollectionTuple.of(recordsTag, records)
            .and(REJECTED, flattened("All rejected", rejected(), other.rejected()))
            .and(REPORTS, flattened("All reports", reports(), other.reports())),
        records);
  }

  /** Other records, with the rejected rows and the reports of these. */
  ReadResult<T> withRecords(PCollection<T> others, TupleTag<T> recordsTag) {
    return new ReadResult<>(
        PCollectionTuple.of(recordsTag, others).and(REJECTED, rejected()).and(REPORTS, reports()),
        others);
  }

  private static <V> PCollection<V> flattened(
      String name, PCollection<V> some, PCollection<V> others) {
    return PCollectionList.of(some).and(others).apply(name, Flatten.pCollections());
  }

  @Override
  public Pipeline getPipeline() {
    return outputs.getPipeline();
  }

  @Override
  public Map<TupleTag<?>, PValue> expand() {
    return outputs.expand();
  }

  @Override
  public void finishSpecifyingOutput(
      String transformName, PInput input, PTransform<?, ?> transform) {}
}
