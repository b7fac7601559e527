package org.spillway.transforms.read;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
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
 * is not whole seconds from 1970 to 2100. A quote that never closes fails the read.
 *
 * <p>See {@link ReadZipCsv} for what all reads have in common.
 */
@AutoValue
public abstract class ReadTags extends PTransform<PCollection<String>, ReadResult<Batch<Tag>>> {
  static final TupleTag<Batch<Tag>> BATCHES = new TupleTag<>("tags") {};

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

  @Override
  public ReadResult<Batch<Tag>> expand(PCollection<String> archives) {
    return new ReadResult<>(
        archives.apply(
            "Read tags.csv",
            ParDo.of(new ReadTagsFn(settings(), missingValues(), maxRows()))
                .withOutputTags(BATCHES, ReadResult.furtherTags())),
        BATCHES,
        BatchCoder.of(TagCoder.of()));
  }

  static final class ReadTagsFn extends DoFn<String, Batch<Tag>> {
    private static final List<String> COLUMNS = List.of("userId", "movieId", "tag", "timestamp");

    /** {@code 1,1,,0} and a line feed. */
    private static final int LEAST_ROW_BYTES = 7;

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
            RowBatches<Tag> batches = new RowBatches<>(maxRows, out.get(BATCHES)::output);
            EntryReport report =
                EntryRead.of(
                    archive,
                    "tags.csv",
                    settings,
                    LEAST_ROW_BYTES,
                    out.get(ReadResult.REJECTED)::output,
                    (in, account, entryBytes) ->
                        new TextRows(COLUMNS, (row, cells) -> read(row, cells, batches), account)
                            .read(in));
            batches.finish();
            out.get(ReadResult.REPORTS).output(report);
          });
    }

    /** Checks a row whether it is wanted or not; what nobody wants needs no text. */
    private void read(long row, RowCells cells, RowBatches<Tag> batches)
        throws RowRejectedException {
      int userId = cells.id(0);
      int movieId = cells.id(1);
      long timestamp = cells.timestamp(3);
      if (batches.wants(row)) {
        String tag = missingValues.nullIfMissing(cells.text(2));
        batches.add(row, new Tag(userId, movieId, tag, timestamp));
      }
    }
  }
}
