package org.spillway.transforms.read;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.spillway.schemas.EntryReport;
import org.spillway.transforms.metrics.StepTime;

/**
 * Reads a file that all archives of a data set share, such as {@code movies.csv}: its records are
 * those of the first archive, and the others' must be the same. The others' are read and compared
 * one by one and never shuffled, so a worker holds two of them at the most.
 *
 * @param <T> what holds the records
 */
final class SharedFile<T> {

  /** Finds what differs between two archives' records. */
  interface Comparison<T> extends Serializable {

    /**
     * Compares the records of an archive with those of the first.
     *
     * @param first the first archive's location
     * @param place the entry that was read
     * @throws BadInputException if they are not the same
     */
    void check(String first, Iterable<T> expected, Place place, List<T> found);
  }

  private final String csv;
  private final ArchiveOrder order;
  private final TupleTag<T> tag;
  private final Coder<T> coder;

  SharedFile(String csv, ArchiveOrder order, TupleTag<T> tag, Coder<T> coder) {
    this.csv = csv;
    this.order = order;
    this.tag = tag;
    this.coder = coder;
  }

  /** Reads the file of every archive. */
  ReadResult<T> read(
      PCollection<String> archives,
      DoFn<String, T> read,
      EntryReader<T> reader,
      Comparison<T> comparison) {
    if (!order.hasSeveral()) {
      return new ReadResult<>(readAll(archives, "Read " + csv, read), tag, coder);
    }
    ArchiveOrder parts = order;
    ReadResult<T> first =
        new ReadResult<>(
            readAll(
                archives.apply("First archive", Filter.by(parts::isFirst)), "Read " + csv, read),
            tag,
            coder);
    PCollectionView<Iterable<T>> expected =
        first.records().apply("Expect " + csv, View.asIterable());
    PCollectionTuple others =
        archives
            .apply("Other archives", Filter.by(archive -> !parts.isFirst(archive)))
            .apply(
                "Compare " + csv,
                ParDo.of(new CompareFn<>(parts.locations().get(0), expected, reader, comparison))
                    .withSideInputs(expected)
                    .withOutputTags(tag, ReadResult.furtherTags()));
    return first.withAlso(new ReadResult<>(others, tag, coder), tag);
  }

  private PCollectionTuple readAll(
      PCollection<String> archives, String name, DoFn<String, T> read) {
    return archives.apply(name, ParDo.of(read).withOutputTags(tag, ReadResult.furtherTags()));
  }

  /** Emits no records, but what else a read tells. */
  private static final class CompareFn<T> extends DoFn<String, T> {
    private final String first;
    private final PCollectionView<Iterable<T>> expected;
    private final EntryReader<T> reader;
    private final Comparison<T> comparison;

    CompareFn(
        String first,
        PCollectionView<Iterable<T>> expected,
        EntryReader<T> reader,
        Comparison<T> comparison) {
      this.first = first;
      this.expected = expected;
      this.reader = reader;
      this.comparison = comparison;
    }

    @ProcessElement
    public void process(ProcessContext context, MultiOutputReceiver out) throws IOException {
      StepTime.measure(
          () -> {
            String archive = context.element();
            List<T> found = new ArrayList<>();
            EntryReport report =
                reader.read(archive, out.get(ReadResult.REJECTED)::output, found::add);
            Place place = Place.ofArchive(archive).entry(report.entry());
            comparison.check(first, context.sideInput(expected), place, found);
            out.get(ReadResult.REPORTS).output(report);
          });
    }
  }
}
