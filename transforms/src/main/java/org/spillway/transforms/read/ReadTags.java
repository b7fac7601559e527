package org.spillway.transforms.read;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.spillway.schemas.Batch;
import org.spillway.schemas.BatchCoder;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.Tag;
import org.spillway.schemas.TagCoder;
import org.spillway.transforms.metrics.StepTime;

/**
 * Reads {@code tags.csv} of each archive as batches of tags, in the order of the file. A tag that
 * is missing is null (setup spec, sections 1 and 3).
 *
 * <p>A row is rejected if it is not RFC 4180 or not UTF-8, has a NUL, over 1 MiB or another number
 * of cells than the header; if an id is not 1 to 2,147,483,647 in plain digits; or if its timestamp
 * is not whole seconds from 1970 to 2100; or if the tag has over {@value #MAX_TAG_BYTES} bytes. A
 * quote that never closes fails the read.
 *
 * <p>So that what holds the tags knows a limit, a row is also rejected if with it the emitted tags
 * were over 32 MiB and over {@value #MAX_MEAN_BYTES} bytes in the mean.
 *
 * <p>See {@link ReadZipCsv} for what all reads have in common.
 */
@AutoValue
public abstract class ReadTags extends PTransform<PCollection<String>, ReadResult<Batch<Tag>>> {

  /** The longest tag that is read, in bytes of UTF-8. */
  public static final int MAX_TAG_BYTES = 4096;

  /** The mean size of tags that are emitted, once they are many; MovieLens' is about twelve. */
  static final int MAX_MEAN_BYTES = 200;

  /** Once tags of so many bytes in all are emitted, their mean is looked at. */
  static final int MEAN_FROM_BYTES = 32 << 20;

  static final TupleTag<Batch<Tag>> BATCHES = new TupleTag<>("tags") {};

  /** The number of data rows of each of several archives, by its place in their order. */
  static final TupleTag<KV<Integer, Long>> ROWS = new TupleTag<>("rows") {};

  abstract ReadSettings settings();

  abstract MissingValues missingValues();

  abstract long maxRows();

  static ReadTags create() {
    return of(ReadSettings.defaults(), MissingValues.pandas(), Long.MAX_VALUE);
  }

  private static ReadTags of(ReadSettings settings, MissingValues missingValues, long maxRows) {
    return new AutoValue_ReadTags(settings, missingValues, maxRows);
  }

  /** Takes these texts of tags as missing; pandas' list unless set. */
  public ReadTags withMissingValues(MissingValues missingValues) {
    return of(settings(), missingValues, maxRows());
  }

  /**
   * Emits tags from the first data rows alone. The entry is read to its end all the same: all rows
   * are checked and counted.
   *
   * @param rows at least 0; a row that is rejected is one of them
   */
  public ReadTags withMaxRows(long rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("maxRows must be at least 0, but was: " + rows);
    }
    return of(settings(), missingValues(), rows);
  }

  /** Fails if more than this share of the rows is rejected; 0 to 1, 0.001 unless set. */
  public ReadTags withMaxRejectedShare(double share) {
    return of(settings().withMaxRejectedShare(share), missingValues(), maxRows());
  }

  /** Refuses an archive that is over these limits. */
  public ReadTags withLimits(ArchiveLimits limits) {
    return of(settings().withLimits(limits), missingValues(), maxRows());
  }

  /** Reports an MD5 that is not that of {@code checksums.txt}, instead of failing. */
  public ReadTags withChecksumMismatchAsWarning() {
    return of(settings().withChecksumMismatchAsWarning(), missingValues(), maxRows());
  }

  /**
   * Takes the archives for parts of one whole, in this order: batches bear their position in the
   * whole, and the rows of {@link #withMaxRows} are the first of the whole. Each archive's are
   * emitted up to that number, and left out behind the read.
   */
  public ReadTags withOrder(ArchiveOrder order) {
    return of(settings().withOrder(order), missingValues(), maxRows());
  }

  @Override
  public ReadResult<Batch<Tag>> expand(PCollection<String> archives) {
    BatchCoder<Tag> coder = BatchCoder.of(TagCoder.of());
    PCollectionTuple outputs =
        archives.apply(
            "Read tags.csv",
            ParDo.of(new ReadTagsFn(settings(), missingValues(), maxRows()))
                .withOutputTags(
                    BATCHES,
                    isCutBehind() ? ReadResult.furtherTags().and(ROWS) : ReadResult.furtherTags()));
    ReadResult<Batch<Tag>> all = new ReadResult<>(outputs, BATCHES, coder);
    if (!isCutBehind()) {
      return all;
    }
    PCollection<KV<Integer, Long>> rows =
        outputs.get(ROWS).setCoder(KvCoder.of(VarIntCoder.of(), VarLongCoder.of()));
    return all.withRecords(
        all.records().apply("First tags", new FirstTags(rows, maxRows())), BATCHES);
  }

  /** Which rows are the first of several archives is known once all have been read. */
  private boolean isCutBehind() {
    return settings().order().hasSeveral() && maxRows() < Long.MAX_VALUE;
  }

  static final class ReadTagsFn extends DoFn<String, Batch<Tag>> {
    static final List<String> COLUMNS = List.of("userId", "movieId", "tag", "timestamp");
    private static final int USER_ID = 0;
    private static final int MOVIE_ID = 1;
    private static final int TAG = 2;
    private static final int TIMESTAMP = 3;

    private final ReadSettings settings;
    private final MissingValues missingValues;
    private final long maxRows;

    ReadTagsFn(ReadSettings settings, MissingValues missingValues, long maxRows) {
      this.settings = settings;
      this.missingValues = missingValues;
      this.maxRows = maxRows;
    }

    @ProcessElement
    public void processElement(@Element String archive, MultiOutputReceiver out)
        throws IOException {
      StepTime.measure(
          () -> {
            ArchiveOrder order = settings.order();
            SharedTexts texts = new SharedTexts();
            long begin = order.begin(archive);
            RowBatches<Tag> batches =
                new RowBatches<>(
                    maxRows,
                    order.hasSeveral(),
                    batch ->
                        out.get(BATCHES)
                            .output(
                                begin == 0
                                    ? batch
                                    : new Batch<>(begin + batch.position(), batch.rows())));
            EntryReport report =
                EntryRead.of(
                    archive,
                    "tags.csv",
                    settings,
                    out.get(ReadResult.REJECTED)::output,
                    (in, account, entryBytes) ->
                        new TextRows(
                                COLUMNS, (row, cells) -> read(row, cells, texts, batches), account)
                            .read(in));
            batches.finish();
            out.get(ReadResult.REPORTS).output(report);
            if (order.hasSeveral() && maxRows < Long.MAX_VALUE) {
              out.get(ROWS).output(KV.of(order.placeOf(archive), report.read()));
            }
          });
    }

    /** Checks a row whether it is wanted or not; what nobody wants needs no text. */
    void read(long row, RowCells cells, SharedTexts texts, RowBatches<Tag> batches)
        throws RowRejectedException {
      int userId = cells.id(USER_ID);
      int movieId = cells.id(MOVIE_ID);
      long timestamp = cells.timestamp(TIMESTAMP);
      cells.checkLength(TAG, MAX_TAG_BYTES);
      if (batches.wants(row)) {
        int bytes = cells.length(TAG);
        checkMean(row, cells, batches.bytes() + bytes);
        String tag = missingValues.nullIfMissing(cells.text(TAG, texts));
        batches.add(row, new Tag(userId, movieId, tag, timestamp), bytes);
      }
    }

    /** What follows holds all tags that it is handed, so their sum must have a limit too. */
    private static void checkMean(long row, RowCells cells, long bytes)
        throws RowRejectedException {
      if (bytes > MEAN_FROM_BYTES && bytes > MAX_MEAN_BYTES * (row + 1)) {
        throw cells.invalid(
            RowFault.TEXT_TOO_LONG,
            TAG,
            "tags of at most " + MAX_MEAN_BYTES + " bytes in the mean of the rows so far");
      }
    }
  }
}
