package org.spillway.transforms.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.avro.Schema;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.Movie;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserHistory;

/**
 * The sampled ratings joined to the catalog, a row for each rating; by userId, then in the order of
 * the history (setup spec, section 10). The columns of an unknown movie are null.
 *
 * @see WriteRatingsSample
 */
final class RatingsSampleTable implements ParquetTable<EnrichedHistory> {
  private static final long serialVersionUID = 1;

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

  private final int likedHalfStars;

  /**
   * The table.
   *
   * @param likedHalfStars a rating of this many half stars or more is liked
   */
  RatingsSampleTable(int likedHalfStars) {
    this.likedHalfStars = likedHalfStars;
  }

  @Override
  public String path() {
    return "processed/movielens_interference_ratings_sample.parquet";
  }

  @Override
  public Schema schema() {
    return PublishedSchema.load("ratings_sample");
  }

  @Override
  public int key(EnrichedHistory history) {
    return history.userId();
  }

  @Override
  public Rows<EnrichedHistory> rows() {
    return new RatingRows(likedHalfStars);
  }

  /** Ratings repeat movies: each movie's text is encoded once a file. */
  private static final class RatingRows implements Rows<EnrichedHistory> {
    private final int likedHalfStars;
    private final IdentityHashMap<Movie, Text> texts = new IdentityHashMap<>();

    RatingRows(int likedHalfStars) {
      this.likedHalfStars = likedHalfStars;
    }

    @Override
    public void write(EnrichedHistory enriched, ParquetRow row) throws IOException {
      UserHistory history = enriched.history();
      for (int i = 0; i < history.size(); i++) {
        long timestamp = history.timestamp(i);
        row.set(USER_ID, history.userId())
            .set(MOVIE_ID, history.movieId(i))
            .set(RATING, (float) HalfStars.toStars(history.halfStars(i)))
            .set(TIMESTAMP, timestamp)
            .setTime(RATING_DATETIME, timestamp)
            .set(RATING_YEAR, Timestamps.yearOf(timestamp))
            .set(LIKED, history.halfStars(i) >= likedHalfStars);
        setMovie(enriched.movie(i), row);
        row.write();
      }
    }

    private void setMovie(@Nullable Movie movie, ParquetRow row) {
      if (movie != null) {
        Text text = texts.computeIfAbsent(movie, Text::of);
        row.set(TITLE, text.title)
            .set(CLEAN_TITLE, text.cleanTitle)
            .set(GENRES, text.genres)
            .set(PRIMARY_GENRE, text.primaryGenre)
            .set(GENRE_COUNT, movie.genreCount())
            .set(RELEASE_YEAR, movie.releaseYear());
      }
    }
  }

  /** A movie's text columns in UTF-8. */
  private record Text(
      @Nullable Binary title,
      @Nullable Binary cleanTitle,
      @Nullable Binary genres,
      @Nullable Binary primaryGenre) {

    static Text of(Movie movie) {
      return new Text(
          utf8(movie.title()),
          utf8(movie.cleanTitle()),
          utf8(movie.genres()),
          utf8(movie.primaryGenre()));
    }

    private static @Nullable Binary utf8(@Nullable String text) {
      return text == null ? null : Binary.fromConstantByteArray(text.getBytes(UTF_8));
    }
  }
}
