package org.spillway.transforms.read;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.Batch;
import org.spillway.schemas.BatchCoder;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.Link;
import org.spillway.schemas.LinkCoder;
import org.spillway.schemas.RejectedRow;
import org.spillway.transforms.metrics.StepTime;

/**
 * Reads {@code links.csv} of each archive as batches of links, in the order of the file. An id of
 * IMDb or TMDb that is missing is null (setup spec, section 1).
 *
 * <p>A row is rejected if it is not RFC 4180 or not UTF-8, has a NUL, over 1 MiB or another number
 * of cells than the header; or if an id that is not missing is not 1 to 2,147,483,647 in plain
 * digits. A quote that never closes fails the read.
 *
 * <p>See {@link ReadZipCsv} for what all reads have in common.
 */
@AutoValue
public abstract class ReadLinks extends PTransform<PCollection<String>, ReadResult<Batch<Link>>> {
  private static final String CSV = "links.csv";
  static final TupleTag<Batch<Link>> BATCHES = new TupleTag<>("links") {};

  abstract ReadSettings settings();

  abstract MissingValues missingValues();

  static ReadLinks create() {
    return of(ReadSettings.defaults(), MissingValues.pandas());
  }

  private static ReadLinks of(ReadSettings settings, MissingValues missingValues) {
    return new AutoValue_ReadLinks(settings, missingValues);
  }

  /** Takes these texts of IMDb and TMDb ids as missing; pandas' list unless set. */
  public ReadLinks withMissingValues(MissingValues missingValues) {
    return of(settings(), missingValues);
  }

  /** Fails if more than this share of the rows is rejected; 0 to 1, 0.001 unless set. */
  public ReadLinks withMaxRejectedShare(double share) {
    return of(settings().withMaxRejectedShare(share), missingValues());
  }

  /** Refuses an archive that is over these limits. */
  public ReadLinks withLimits(ArchiveLimits limits) {
    return of(settings().withLimits(limits), missingValues());
  }

  /** Reports an MD5 that is not that of {@code checksums.txt}, instead of failing. */
  public ReadLinks withChecksumMismatchAsWarning() {
    return of(settings().withChecksumMismatchAsWarning(), missingValues());
  }

  /**
   * Takes the archives for parts of one data set, which must have the same links, in any order of
   * movies: the links are the first archive's.
   */
  public ReadLinks withOrder(ArchiveOrder order) {
    return of(settings().withOrder(order), missingValues());
  }

  @Override
  public ReadResult<Batch<Link>> expand(PCollection<String> archives) {
    ReadLinksFn read = new ReadLinksFn(settings(), missingValues());
    return new SharedFile<>(CSV, settings().order(), BATCHES, BatchCoder.of(LinkCoder.of()))
        .read(archives, read, read::read, CatalogComparison::ofLinks);
  }

  static final class ReadLinksFn extends DoFn<String, Batch<Link>> {
    private static final List<String> COLUMNS = List.of("movieId", "imdbId", "tmdbId");

    private final ReadSettings settings;
    private final MissingValues missingValues;

    ReadLinksFn(ReadSettings settings, MissingValues missingValues) {
      this.settings = settings;
      this.missingValues = missingValues;
    }

    @ProcessElement
    public void processElement(@Element String archive, MultiOutputReceiver out)
        throws IOException {
      StepTime.measure(
          () ->
              out.get(ReadResult.REPORTS)
                  .output(
                      read(
                          archive,
                          out.get(ReadResult.REJECTED)::output,
                          out.get(BATCHES)::output)));
    }

    EntryReport read(String archive, Consumer<RejectedRow> rejected, Consumer<Batch<Link>> links)
        throws IOException {
      RowBatches<Link> batches = new RowBatches<>(Long.MAX_VALUE, links);
      EntryReport report =
          EntryRead.of(
              archive,
              CSV,
              settings,
              rejected,
              (in, account, entryBytes) ->
                  new TextRows(COLUMNS, (row, cells) -> batches.add(row, link(cells), 0), account)
                      .read(in));
      batches.finish();
      return report;
    }

    private Link link(RowCells cells) throws RowRejectedException {
      return new Link(cells.id(0), idOrNull(cells, 1), idOrNull(cells, 2));
    }

    /** The id's text, which may have zeros in front. */
    private @Nullable String idOrNull(RowCells cells, int column) throws RowRejectedException {
      String text = missingValues.nullIfMissing(cells.text(column));
      if (text != null) {
        cells.id(column);
      }
      return text;
    }
  }
}
