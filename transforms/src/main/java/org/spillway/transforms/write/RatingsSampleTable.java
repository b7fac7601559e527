package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import org.apache.avro.Schema;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.Movie;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserHistory;

/**
 * The sampled ratings joined to the catalog, a row for each rating; by userId, then in the order of
 * the history (setup spec, sections 5 and 10). The columns of an unknown movie are null.
 *
 * <p>It has the catalog in it, so it is made where it is used and does not travel.
 */
final class RatingsSampleTable implements ParquetTable<UserHistory> {
  private static final long serialVersionUID = 1;

  /** Where the file is published. */
  static final String PATH = "processed/movielens_interference_ratings_sample.parquet";

  private static final int USER_ID = 0;
  private static final int MOVIE_ID = 1;
  private static final int RATING = 2;
  private static final int TIMESTAMP = 3;
  private static final int RATING_DATETIME = 4;
  private static final int RATING_YEAR = 5;
  private static final int LIKED = 6;
  private static final int TITLE = 7;
  private static final int CLEAN_TITLE = 8;
  private static final int GENRES = 9;
  private static final int PRIMARY_GENRE = 10;
  private static final int GENRE_COUNT = 11;
  private static final int RELEASE_YEAR = 12;

  private final Catalog catalog;
  private final int likedHalfStars;

  /**
   * The table.
   *
   * @param catalog what the ratings are joined to
   * @param likedHalfStars a rating of this many half stars or more is liked
   */
  RatingsSampleTable(Catalog catalog, int likedHalfStars) {
    this.catalog = catalog;
    this.likedHalfStars = likedHalfStars;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Schema schema() {
    return PublishedSchema.load("ratings_sample");
  }

  @Override
  public int key(UserHistory history) {
    return history.userId();
  }

  @Override
  public Rows<UserHistory> rows() {
    Int2ObjectOpenHashMap<Columns> movies = new Int2ObjectOpenHashMap<>();
    return (history, row) -> {
      for (int i = 0; i < history.size(); i++) {
        int movieId = history.movieId(i);
        Columns movie = movies.get(movieId);
        if (movie == null) {
          movie = Columns.of(catalog.find(movieId));
          movies.put(movieId, movie);
        }
        movie.set(row);
        long timestamp = history.timestamp(i);
        row.set(USER_ID, history.userId())
            .set(MOVIE_ID, movieId)
            .set(RATING, (float) HalfStars.toStars(history.halfStars(i)))
            .set(TIMESTAMP, timestamp)
            .setTime(RATING_DATETIME, timestamp)
            .set(RATING_YEAR, Timestamps.yearOf(timestamp))
            .set(LIKED, history.halfStars(i) >= likedHalfStars)
            .write();
      }
    };
  }

  /** A movie's columns. Ratings repeat movies, so the text is encoded once a file. */
  private record Columns(
      @Nullable Binary title,
      @Nullable Binary cleanTitle,
      @Nullable Binary genres,
      @Nullable Binary primaryGenre,
      @Nullable Integer genreCount,
      @Nullable Integer releaseYear) {

    private static final Columns UNKNOWN = new Columns(null, null, null, null, null, null);

    static Columns of(@Nullable Movie movie) {
      return movie == null
          ? UNKNOWN
          : new Columns(
              utf8(movie.title()),
              utf8(movie.cleanTitle()),
              utf8(movie.genres()),
              utf8(movie.primaryGenre()),
              movie.genreCount(),
              movie.releaseYear());
    }

    void set(ParquetRow row) {
      row.set(TITLE, title)
          .set(CLEAN_TITLE, cleanTitle)
          .set(GENRES, genres)
          .set(PRIMARY_GENRE, primaryGenre)
          .set(GENRE_COUNT, genreCount)
          .set(RELEASE_YEAR, releaseYear);
    }

    private static @Nullable Binary utf8(@Nullable String text) {
      return text == null ? null : Binary.fromConstantByteArray(text.getBytes(UTF_8));
    }
  }
}
