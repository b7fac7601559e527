package org.spillway.transforms.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.Movie;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RejectedRow;
import org.spillway.schemas.Tag;
import org.spillway.transforms.read.ReadTags.ReadTagsFn;

/**
 * What reading an archive gives, without a pipeline.
 *
 * @param <T> what the rows are
 */
record Reading<T>(List<T> rows, List<RejectedRow> rejected, EntryReport report) {

  /** Reads ratings; each row is {@code userId,movieId,halfStars,timestamp}. */
  static Reading<String> ratings(Path folder, byte[] zip, ReadSettings settings)
      throws IOException {
    return ratings(TestZip.write(folder, zip), settings);
  }

  /** As that, of an archive that is there. */
  static Reading<String> ratings(String location, ReadSettings settings) throws IOException {
    List<String> rows = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    EntryReport report =
        EntryRead.of(
            location,
            "ratings.csv",
            settings,
            rejected::add,
            (in, account, bytes) ->
                new RatingsParser(account, new RatingRows(null, null, 16, b -> addAll(rows, b)))
                    .parse(in));
    return new Reading<>(rows, rejected, report);
  }

  static Reading<String> ratings(Path folder, byte[] zip) throws IOException {
    return ratings(folder, zip, ReadSettings.defaults());
  }

  /** Reads ratings of which any number may be rejected. */
  static Reading<String> ratingsOf(Path folder, byte[] csv) throws IOException {
    return ratings(
        folder,
        new TestZip().add("ml/ratings.csv", csv).toBytes(),
        ReadSettings.defaults().withMaxRejectedShare(1));
  }

  /** Reads movies of which any number may be rejected. */
  static Reading<Movie> moviesOf(Path folder, byte[] csv) throws IOException {
    MovieRows movies = new MovieRows(MissingValues.pandas());
    List<RejectedRow> rejected = new ArrayList<>();
    EntryReport report =
        EntryRead.of(
            new TestZip().add("ml/movies.csv", csv).writeTo(folder),
            "movies.csv",
            ReadSettings.defaults().withMaxRejectedShare(1),
            rejected::add,
            (in, account, bytes) ->
                new TextRows(MovieRows.COLUMNS, movies::accept, account).read(in));
    return new Reading<>(movies.catalog().movies(), rejected, report);
  }

  /** Reads ratings in chunks of a size, of which any number may be rejected. */
  static Reading<String> ratingsInChunks(byte[] csv, int chunkSize) throws IOException {
    List<String> rows = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    EntryAccount account = account("ratings.csv", csv, rejected);
    RatingRows sink = new RatingRows(null, null, 4, batch -> addAll(rows, batch));
    new RatingsParser(account, sink).parse(new CutChunks(csv, chunkSize));
    return new Reading<>(rows, rejected, account.close());
  }

  /** Reads movies in chunks of a size, of which any number may be rejected. */
  static Reading<Movie> moviesInChunks(byte[] csv, int chunkSize) throws IOException {
    MovieRows movies = new MovieRows(MissingValues.pandas());
    List<RejectedRow> rejected = new ArrayList<>();
    EntryAccount account = account("movies.csv", csv, rejected);
    new TextRows(MovieRows.COLUMNS, movies::accept, account).read(new CutChunks(csv, chunkSize));
    return new Reading<>(movies.catalog().movies(), rejected, account.close());
  }

  /** Reads tags in chunks of a size, of which any number may be rejected. */
  static Reading<Tag> tagsInChunks(byte[] csv, int chunkSize) throws IOException {
    List<Tag> tags = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    EntryAccount account = account("tags.csv", csv, rejected);
    ReadTagsFn reader =
        new ReadTagsFn(ReadSettings.defaults(), MissingValues.pandas(), Long.MAX_VALUE);
    RowBatches<Tag> batches = new RowBatches<>(Long.MAX_VALUE, batch -> tags.addAll(batch.rows()));
    SharedTexts texts = new SharedTexts();
    new TextRows(
            ReadTagsFn.COLUMNS, (row, cells) -> reader.read(row, cells, texts, batches), account)
        .read(new CutChunks(csv, chunkSize));
    batches.finish();
    return new Reading<>(tags, rejected, account.close());
  }

  private static EntryAccount account(String entry, byte[] csv, List<RejectedRow> rejected) {
    return new EntryAccount(
        Place.ofArchive("test.zip").entry(entry), "test.zip", 1, csv.length, rejected::add);
  }

  static void addAll(List<String> rows, RatingBatch batch) {
    for (int i = 0; i < batch.size(); i++) {
      rows.add(
          batch.userId(i)
              + ","
              + batch.movieId(i)
              + ","
              + batch.halfStars(i)
              + ","
              + batch.timestamp(i));
    }
  }
}
