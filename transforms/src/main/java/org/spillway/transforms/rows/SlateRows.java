package org.spillway.transforms.rows;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;
import org.apache.beam.sdk.values.Row;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.Timestamps;

/** Seed slates as rows: the columns of the published file. */
final class SlateRows {

  static final Schema SCHEMA =
      Schema.builder()
          .addStringField("slate_id")
          .addInt32Field("userId")
          .addInt32Field("movieId")
          .addNullableStringField("title")
          .addNullableStringField("genres")
          .addNullableStringField("primary_genre")
          .addStringField("spillover_cluster")
          .addInt32Field("slate_position_seed")
          .addFloatField("observed_relevance")
          .addInt32Field("high_relevance")
          .addLogicalTypeField("rating_datetime", SqlTypes.DATETIME)
          .addInt32Field("rating_year")
          .build();

  private SlateRows() {}

  static Stream<Row> ofSlate(SeedSlate slate) {
    return IntStream.range(0, slate.items().size())
        .mapToObj(i -> row(slate, i + 1, slate.items().get(i)));
  }

  private static Row row(SeedSlate slate, int position, SlateItem item) {
    @Nullable Movie movie = item.movie();
    return Row.withSchema(SCHEMA)
        .addValues(
            slate.slateId(),
            slate.userId(),
            item.movieId(),
            MovieRows.cell(movie, Movie::title),
            MovieRows.cell(movie, Movie::genres),
            MovieRows.cell(movie, Movie::primaryGenre),
            item.spilloverCluster(),
            position,
            (float) HalfStars.toStars(item.halfStars()),
            item.highRelevance() ? 1 : 0,
            Timestamps.toDateTime(item.timestamp()),
            Timestamps.yearOf(item.timestamp()))
        .build();
  }
}
