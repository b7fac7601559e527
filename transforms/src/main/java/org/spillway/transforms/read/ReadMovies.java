package org.spillway.transforms.read;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.CatalogCoder;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.RejectedRow;
import org.spillway.transforms.metrics.StepTime;

/**
 * Reads {@code movies.csv} of each archive as one {@link Catalog}, in the order of the file. Titles
 * and genres that are missing are null (setup spec, sections 1 and 2).
 *
 * <p>A row is rejected if it is not RFC 4180 or not UTF-8, has a NUL, over 1 MiB or another number
 * of cells than the header; if its id is not 1 to 2,147,483,647 in plain digits; if an earlier row
 * has that id; if its title or its genres have over 4,096 bytes; or if it has over 100 genres, or
 * all movies together over 10,000,000. A quote that never closes fails the read.
 *
 * <p>The catalog is held in memory, so the entry's limit is {@value #MAX_ENTRY_BYTES} bytes unless
 * it is set. See {@link ReadZipCsv} for what all reads have in common.
 */
@AutoValue
public abstract class ReadMovies extends PTransform<PCollection<String>, ReadResult<Catalog>> {

  /** The largest {@code movies.csv} that is read unless told otherwise: thirty times ml-32m's. */
  public static final long MAX_ENTRY_BYTES = 128L << 20;

  private static final String CSV = "movies.csv";
  static final TupleTag<Catalog> CATALOGS = new TupleTag<>("catalogs") {};

  abstract ReadSettings settings();

  abstract MissingValues missingValues();

  static ReadMovies create() {
    ArchiveLimits limits = ArchiveLimits.generous().withMaxEntryBytes(MAX_ENTRY_BYTES);
    return of(ReadSettings.defaults().withLimits(limits), MissingValues.pandas());
  }

  private static ReadMovies of(ReadSettings settings, MissingValues missingValues) {
    return new AutoValue_ReadMovies(settings, missingValues);
  }

  /** Takes these texts of titles and genres as missing; pandas' list unless set. */
  public ReadMovies withMissingValues(MissingValues missingValues) {
    return of(settings(), missingValues);
  }

  /** Fails if more than this share of the rows is rejected; 0 to 1, 0.001 unless set. */
  public ReadMovies withMaxRejectedShare(double share) {
    return of(settings().withMaxRejectedShare(share), missingValues());
  }

  /** Refuses an archive that is over these limits. */
  public ReadMovies withLimits(ArchiveLimits limits) {
    return of(settings().withLimits(limits), missingValues());
  }

  /** Reports an MD5 that is not that of {@code checksums.txt}, instead of failing. */
  public ReadMovies withChecksumMismatchAsWarning() {
    return of(settings().withChecksumMismatchAsWarning(), missingValues());
  }

  /**
   * Takes the archives for parts of one data set, which must have the same movies, in any order of
   * rows: the one catalog is the first archive's.
   */
  public ReadMovies withOrder(ArchiveOrder order) {
    return of(settings().withOrder(order), missingValues());
  }

  @Override
  public ReadResult<Catalog> expand(PCollection<String> archives) {
    ReadMoviesFn read = new ReadMoviesFn(settings(), missingValues());
    return new SharedFile<>(CSV, settings().order(), CATALOGS, CatalogCoder.of())
        .read(archives, read, read::read, CatalogComparison::ofMovies);
  }

  static final class ReadMoviesFn extends DoFn<String, Catalog> {
    private final ReadSettings settings;
    private final MissingValues missingValues;

    ReadMoviesFn(ReadSettings settings, MissingValues missingValues) {
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
                          out.get(CATALOGS)::output)));
    }

    EntryReport read(String archive, Consumer<RejectedRow> rejected, Consumer<Catalog> catalogs)
        throws IOException {
      MovieRows movies = new MovieRows(missingValues);
      EntryReport report =
          EntryRead.of(
              archive,
              CSV,
              settings,
              rejected,
              (in, account, entryBytes) ->
                  new TextRows(MovieRows.COLUMNS, movies::accept, account).read(in));
      catalogs.accept(movies.catalog());
      return report;
    }
  }
}
