package org.spillway.bench.micro;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.spillway.data.generate.ArchiveGenerator;
import org.spillway.data.generate.ArchiveSize;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.Movie;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchBuilder;
import org.spillway.schemas.UserHistory;
import org.spillway.schemas.UserHistoryBuilder;

/**
 * The ratings and the catalog of a generated archive, in memory: the same on every machine. It is
 * read here in a plain and slow way, so that what is measured has no part in its own input.
 */
public final class GeneratedRatings {
  private static final int MILLION = 1_000_000;
  private static final int RATINGS_PER_USER = 160;
  private static final int RATINGS_PER_MOVIE = 10;

  private final byte[] csv;
  private final Catalog catalog;
  private final List<RatingBatch> batches = new ArrayList<>();
  private final List<UserHistory> histories = new ArrayList<>();

  private GeneratedRatings(byte[] csv, Catalog catalog) throws IOException {
    this.csv = csv;
    this.catalog = catalog;
    readRatings();
  }

  /**
   * Generates ratings.
   *
   * @param ratings how many, from 10,000; a million and more have ml-32m's catalog, fewer a tenth
   *     as many movies as ratings
   */
  public static GeneratedRatings of(int ratings) throws IOException {
    ArchiveSize size =
        ratings >= MILLION
            ? ArchiveSize.ofRatings(ratings)
            : ArchiveSize.of(ratings / RATINGS_PER_USER, ratings / RATINGS_PER_MOVIE, ratings);
    Path folder = Files.createTempDirectory("spillway-micro");
    Path archive = folder.resolve("generated.zip");
    try {
      String root = ArchiveGenerator.of(size.withTags(0)).writeTo(archive).rootFolder();
      try (ZipFile zip = new ZipFile(archive.toFile())) {
        return new GeneratedRatings(
            bytes(zip, root + "ratings.csv"), readCatalog(bytes(zip, root + "movies.csv")));
      }
    } finally {
      Files.deleteIfExists(archive);
      Files.delete(folder);
    }
  }

  /** The bytes of {@code ratings.csv}; not to be changed. */
  public byte[] csv() {
    return csv;
  }

  /** The catalog that the ratings belong to. */
  public Catalog catalog() {
    return catalog;
  }

  /** The ratings in full batches, as a read of all users emits them. */
  public List<RatingBatch> batches() {
    return batches;
  }

  /** The ratings by user. */
  public List<UserHistory> histories() {
    return histories;
  }

  /** The ratings by user, joined to the catalog. */
  public List<EnrichedHistory> enriched() {
    return histories.stream().map(history -> EnrichedHistory.join(history, catalog)).toList();
  }

  private void readRatings() throws IOException {
    RatingBatchBuilder batch = new RatingBatchBuilder(0, RatingBatch.MAX_ROWS);
    UserHistoryBuilder history = null;
    int lastUser = 0;
    long row = 0;
    try (CsvReader<NamedCsvRecord> records = csv(csv)) {
      for (NamedCsvRecord each : records) {
        int user = Integer.parseInt(each.getField("userId"));
        int movie = Integer.parseInt(each.getField("movieId"));
        int halfStars = HalfStars.fromStars(Double.parseDouble(each.getField("rating")));
        long timestamp = Long.parseLong(each.getField("timestamp"));
        if (history == null || user != lastUser) {
          if (history != null) {
            histories.add(history.build());
          }
          history = new UserHistoryBuilder(user, RATINGS_PER_USER);
          lastUser = user;
        }
        history.add(movie, halfStars, timestamp);
        batch.add(user, movie, halfStars, timestamp);
        row++;
        if (batch.size() == RatingBatch.MAX_ROWS) {
          batches.add(batch.build());
          batch = new RatingBatchBuilder(row, RatingBatch.MAX_ROWS);
        }
      }
    }
    if (history != null) {
      histories.add(history.build());
    }
    if (batch.size() > 0) {
      batches.add(batch.build());
    }
  }

  private static Catalog readCatalog(byte[] csv) throws IOException {
    List<Movie> movies = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> records = csv(csv)) {
      for (NamedCsvRecord each : records) {
        movies.add(
            Movie.of(
                Integer.parseInt(each.getField("movieId")),
                each.getField("title"),
                each.getField("genres")));
      }
    }
    return Catalog.of(movies);
  }

  private static CsvReader<NamedCsvRecord> csv(byte[] bytes) {
    return CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8));
  }

  private static byte[] bytes(ZipFile zip, String entry) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return in.readAllBytes();
    }
  }
}
