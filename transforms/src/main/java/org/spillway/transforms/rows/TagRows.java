package org.spillway.transforms.rows;

import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;
import org.apache.beam.sdk.values.Row;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Tag;
import org.spillway.schemas.Timestamps;

/** Tags as rows: the file's columns, the clean tag, and the time as a date. */
final class TagRows {

  static final Schema SCHEMA =
      Schema.builder()
          .addInt32Field("userId")
          .addInt32Field("movieId")
          .addNullableStringField("tag")
          .addInt64Field("timestamp")
          .addNullableStringField("tag_clean")
          .addLogicalTypeField("tag_datetime", SqlTypes.DATETIME)
          .build();

  private TagRows() {}

  static Stream<Row> ofBatch(Batch<Tag> batch) {
    return batch.rows().stream().map(TagRows::row);
  }

  private static Row row(Tag tag) {
    return Row.withSchema(SCHEMA)
        .addValues(
            tag.userId(),
            tag.movieId(),
            tag.tag(),
            tag.timestamp(),
            tag.cleanTag(),
            Timestamps.toDateTime(tag.timestamp()))
        .build();
  }
}
