package org.spillway.transforms.rows;

import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;
import org.apache.beam.sdk.values.Row;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserFeatures;

/** User features as rows: the columns of the published file. */
final class UserRows {

  static final Schema SCHEMA =
      Schema.builder()
          .addInt32Field("userId")
          .addInt32Field("n_ratings")
          .addDoubleField("mean_rating")
          .addDoubleField("liked_rate")
          .addLogicalTypeField("first_rating_time", SqlTypes.DATETIME)
          .addLogicalTypeField("last_rating_time", SqlTypes.DATETIME)
          .addInt32Field("active_years")
          .addInt32Field("unique_primary_genres")
          .addInt32Field("activity_span_days")
          .build();

  private UserRows() {}

  static Stream<Row> ofUser(UserFeatures user) {
    return Stream.of(
        Row.withSchema(SCHEMA)
            .addValues(
                user.userId(),
                user.ratings(),
                user.meanRating(),
                user.likedRate(),
                Timestamps.toDateTime(user.firstTimestamp()),
                Timestamps.toDateTime(user.lastTimestamp()),
                user.activeYears(),
                user.uniquePrimaryGenres(),
                user.activitySpanDays())
            .build());
  }
}
