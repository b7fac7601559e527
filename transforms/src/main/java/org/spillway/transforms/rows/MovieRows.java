package org.spillway.transforms.rows;

import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.values.Row;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Movie;

/** A catalog as rows: the file's columns, and what is derived from them. */
final class MovieRows {

  static final Schema SCHEMA =
      Schema.builder()
          .addInt32Field("movieId")
          .addNullableStringField("title")
          .addNullableStringField("genres")
          .addNullableInt32Field("release_year")
          .addNullableStringField("clean_title")
          .addArrayField("genre_list", FieldType.STRING)
          .addInt32Field("genre_count")
          .addStringField("primary_genre")
          .build();

  private MovieRows() {}

  static Stream<Row> ofCatalog(Catalog catalog) {
    return catalog.movies().stream().map(MovieRows::row);
  }

  /** The cell of a movie's column; null if the catalog does not know the movie. */
  static <V> @Nullable V cell(@Nullable Movie movie, Function<Movie, @Nullable V> column) {
    return movie == null ? null : column.apply(movie);
  }

  private static Row row(Movie movie) {
    return Row.withSchema(SCHEMA)
        .addValues(
            movie.movieId(),
            movie.title(),
            movie.genres(),
            movie.releaseYear(),
            movie.cleanTitle(),
            movie.genreList(),
            movie.genreCount(),
            movie.primaryGenre())
        .build();
  }
}
