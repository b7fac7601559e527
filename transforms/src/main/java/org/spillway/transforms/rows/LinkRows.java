package org.spillway.transforms.rows;

import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Link;

/** Links as rows: the file's columns. */
final class LinkRows {

  static final Schema SCHEMA =
      Schema.builder()
          .addInt32Field("movieId")
          .addNullableStringField("imdbId")
          .addNullableStringField("tmdbId")
          .build();

  private LinkRows() {}

  static Stream<Row> ofBatch(Batch<Link> batch) {
    return batch.rows().stream().map(LinkRows::row);
  }

  private static Row row(Link link) {
    return Row.withSchema(SCHEMA).addValues(link.movieId(), link.imdbId(), link.tmdbId()).build();
  }
}
