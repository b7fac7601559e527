package org.spillway.transforms.rows;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.Movie;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserHistory;

/** Ratings with their movies as rows: the columns of the published ratings sample. */
final class EnrichedRatingRows {

  static final Schema SCHEMA =
      Schema.builder()
          .addFields(RatingRows.SCHEMA.getFields())
          .addInt32Field("liked")
          .addNullableStringField("title")
          .addNullableStringField("clean_title")
          .addNullableStringField("genres")
          .addNullableStringField("primary_genre")
          .addNullableInt32Field("genre_count")
          .addNullableInt32Field("release_year")
          .build();

  private EnrichedRatingRows() {}

  static Stream<Row> ofHistory(EnrichedHistory enriched, int likedThreshold) {
    return IntStream.range(0, enriched.size())
        .mapToObj(i -> row(enriched.history(), i, enriched.movie(i), likedThreshold));
  }

  private static Row row(UserHistory history, int i, @Nullable Movie movie, int likedThreshold) {
    int halfStars = history.halfStars(i);
    return Row.withSchema(SCHEMA)
        .addValues(
            history.userId(),
            history.movieId(i),
            (float) HalfStars.toStars(halfStars),
            history.timestamp(i),
            Timestamps.toDateTime(history.timestamp(i)),
            Timestamps.yearOf(history.timestamp(i)),
            halfStars >= likedThreshold ? 1 : 0,
            MovieRows.cell(movie, Movie::title),
            MovieRows.cell(movie, Movie::cleanTitle),
            MovieRows.cell(movie, Movie::genres),
            MovieRows.cell(movie, Movie::primaryGenre),
            MovieRows.cell(movie, Movie::genreCount),
            MovieRows.cell(movie, Movie::releaseYear))
        .build();
  }
}
