package org.spillway.transforms.rows;

import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Movie;

/** Item features as rows: the columns of the published file. */
final class ItemRows {

  static final Schema SCHEMA =
      Schema.builder()
          .addInt32Field("movieId")
          .addNullableStringField("title")
          .addNullableStringField("clean_title")
          .addNullableStringField("genres")
          .addNullableStringField("primary_genre")
          .addStringField("spillover_cluster")
          .addNullableInt32Field("release_year")
          .addNullableInt32Field("genre_count")
          .addInt32Field("sample_rating_count")
          .addDoubleField("sample_mean_rating")
          .addDoubleField("sample_liked_rate")
          .addStringField("popularity_bucket")
          .build();

  private ItemRows() {}

  static Stream<Row> ofItem(ItemFeatures item) {
    @Nullable Movie movie = item.movie();
    return Stream.of(
        Row.withSchema(SCHEMA)
            .addValues(
                item.movieId(),
                MovieRows.cell(movie, Movie::title),
                MovieRows.cell(movie, Movie::cleanTitle),
                MovieRows.cell(movie, Movie::genres),
                MovieRows.cell(movie, Movie::primaryGenre),
                item.spilloverCluster(),
                MovieRows.cell(movie, Movie::releaseYear),
                MovieRows.cell(movie, Movie::genreCount),
                item.ratings(),
                item.meanRating(),
                item.likedRate(),
                item.popularity().label())
            .build());
  }
}
