package org.spillway.transforms.write;

import org.apache.avro.Schema;
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
  public int decidedBy(int column) {
    return column >= TITLE ? MOVIE_ID : column == LIKED ? RATING : -1;
  }

  @Override
  public Rows<UserHistory> rows() {
    return (history, row) -> {
      for (int i = 0; i < history.size(); i++) {
        int movieId = history.movieId(i);
        Movie movie = catalog.find(movieId);
        if (movie != null) {
          row.set(TITLE, movie.title())
              .set(CLEAN_TITLE, movie.cleanTitle())
              .set(GENRES, movie.genres())
              .set(PRIMARY_GENRE, movie.primaryGenre())
              .set(GENRE_COUNT, movie.genreCount())
              .set(RELEASE_YEAR, movie.releaseYear());
        }
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
}
