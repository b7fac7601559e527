package org.spillway.transforms.rows;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;
import org.apache.beam.sdk.values.Row;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserHistory;

/** Ratings as rows: the file's columns, and the time as a date and as a year. */
final class RatingRows {

  static final Schema SCHEMA =
      Schema.builder()
          .addInt32Field("userId")
          .addInt32Field("movieId")
          .addFloatField("rating")
          .addInt64Field("timestamp")
          .addLogicalTypeField("rating_datetime", SqlTypes.DATETIME)
          .addInt32Field("rating_year")
          .build();

  private RatingRows() {}

  static Stream<Row> ofBatch(RatingBatch batch) {
    return IntStream.range(0, batch.size())
        .mapToObj(
            i -> row(batch.userId(i), batch.movieId(i), batch.halfStars(i), batch.timestamp(i)));
  }

  static Stream<Row> ofHistory(UserHistory history) {
    return IntStream.range(0, history.size())
        .mapToObj(
            i ->
                row(
                    history.userId(),
                    history.movieId(i),
                    history.halfStars(i),
                    history.timestamp(i)));
  }

  private static Row row(int userId, int movieId, int halfStars, long timestamp) {
    return Row.withSchema(SCHEMA)
        .addValues(
            userId,
            movieId,
            (float) HalfStars.toStars(halfStars),
            timestamp,
            Timestamps.toDateTime(timestamp),
            Timestamps.yearOf(timestamp))
        .build();
  }
}
