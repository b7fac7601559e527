package org.spillway.transforms.read;

/**
 * Reads the files of MovieLens archives, in place: nothing is extracted to disk.
 *
 * <p>The input of every read is a {@code PCollection<String>} of archives, as locations on any of
 * Beam's file systems that can seek: {@code ml-32m.zip}, {@code gs://bucket/ml-32m.zip}. An archive
 * is one element's work. Several are read in parallel, as far as the runner spreads the elements,
 * and so are several files of one archive; one file is never split, since it is one deflate stream:
 * one thread inflates it, another parses, and a third compares its MD5.
 *
 * <pre>{@code
 * PCollection<String> archives = pipeline.apply("Archive", Create.of("ml-32m.zip"));
 * ReadRatings.Result ratings = archives.apply("Read ratings", ReadZipCsv.ratings());
 * ReadResult<Catalog> movies = archives.apply("Read movies", ReadZipCsv.movies());
 * ratings.records(); // PCollection<RatingBatch>
 * ratings.rejected(); // PCollection<RejectedRow>
 * ratings.reports(); // PCollection<EntryReport>
 * }</pre>
 *
 * <p><b>Finding files.</b> A file lies in one folder of any name, or in none. What operating
 * systems leave in archives ({@code __MACOSX/}, {@code ._ratings.csv}, {@code .DS_Store}) and other
 * strangers are ignored; {@link #entries()} counts them.
 *
 * <p><b>Parts.</b> Archives are wholes of their own, unless {@code withOrder} says that they are
 * parts of one data set that was cut by user, and in which order ({@link ArchiveOrder}).
 *
 * <p><b>Rejected rows.</b> A row that is not what it must be is handed to {@link
 * ReadResult#rejected()} with its line, column, reason and text, and counted. If they are more than
 * a share of an entry (0.001, unless told otherwise), the read fails; if they are not, but more
 * than 100,000, those after them are only counted, by reason, and the last one handed on says so.
 *
 * <p><b>Errors.</b> An archive or entry that cannot be trusted as a whole (damaged, contradicting
 * itself, too large, without the columns) fails the read with a {@link BadInputException}: see
 * {@link InputFault} for the list. Sizes, CRC-32 and, if {@code checksums.txt} has it, MD5 are
 * verified in the pass that reads the data, so a fault may come after records of the entry. Runners
 * keep the outputs of a bundle that fails from what follows it or start over; what a pipeline
 * publishes must wait for its end all the same.
 *
 * <p><b>Memory.</b> A few buffers per open archive, whatever its size, besides what is emitted.
 */
public final class ReadZipCsv {

  private ReadZipCsv() {}

  /** Reads {@code ratings.csv} as batches of ratings. */
  public static ReadRatings ratings() {
    return ReadRatings.create();
  }

  /** Reads {@code movies.csv} as one catalog. */
  public static ReadMovies movies() {
    return ReadMovies.create();
  }

  /** Reads {@code tags.csv} as batches of tags. */
  public static ReadTags tags() {
    return ReadTags.create();
  }

  /** Reads {@code links.csv} as batches of links. */
  public static ReadLinks links() {
    return ReadLinks.create();
  }

  /** Reads the table of an archive's entries, without reading their data. */
  public static ReadEntries entries() {
    return ReadEntries.create();
  }
}
