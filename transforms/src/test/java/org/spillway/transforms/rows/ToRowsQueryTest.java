package org.spillway.transforms.rows;

import java.time.LocalDateTime;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.Field;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;
import org.apache.beam.sdk.schemas.transforms.Filter;
import org.apache.beam.sdk.schemas.transforms.Group;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Max;
import org.apache.beam.sdk.transforms.Mean;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.Movie;
import org.spillway.schemas.RatingBatch;
import org.spillway.transforms.testing.TestBatch;
import org.spillway.transforms.testing.TestHistory;
import org.spillway.transforms.testing.TestPipelines;

/** Beam's schema transforms work on the rows, with no SQL and no code of ours. */
class ToRowsQueryTest {

  private static final Movie TOY_STORY = Movie.of(1, "Toy Story (1995)", "Adventure|Animation");
  private static final Movie HEAT = Movie.of(6, "Heat (1995)", "Action|Crime");
  private static final Movie GOLDENEYE = Movie.of(10, "GoldenEye (1995)", "Action|Adventure");

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void aGenreSummaryOfEnrichedHistories(TestPipeline pipeline) {
    EnrichedHistory one =
        TestHistory.of(50).rated(1, 5.0, 5).rated(6, 3.5, 6).with(TOY_STORY, HEAT);
    EnrichedHistory other =
        TestHistory.of(100)
            .rated(10, 4.0, 9)
            .rated(6, 1.0, 8)
            .rated(404, 0.5, 7)
            .with(HEAT, GOLDENEYE);

    PCollection<Row> summary =
        pipeline
            .apply(Create.of(one, other))
            .apply(ToRows.enrichedHistories())
            .apply(
                Group.<Row>byFieldNames("primary_genre")
                    .aggregateField("movieId", Count.<Integer>combineFn(), "rows")
                    .aggregateField("rating", Mean.<Float>of(), "mean_rating")
                    .aggregateField("liked", Sum.ofIntegers(), "liked")
                    .aggregateField("timestamp", Max.ofLongs(), "last"));

    Schema key = Schema.builder().addNullableStringField("primary_genre").build();
    Schema value =
        Schema.builder()
            .addInt64Field("rows")
            .addDoubleField("mean_rating")
            .addInt32Field("liked")
            .addInt64Field("last")
            .build();
    Schema schema = Schema.builder().addRowField("key", key).addRowField("value", value).build();
    PAssert.that(summary)
        .containsInAnyOrder(
            row(schema, row(key, "Action"), row(value, 3L, 17 / 6.0, 1, 9L)),
            row(schema, row(key, "Adventure"), row(value, 1L, 5.0, 1, 5L)),
            row(schema, row(key, (Object) null), row(value, 1L, 0.5, 0, 7L)));
    pipeline.run();
  }

  @Test
  void theLatestRatingOfEachUserInAYear(TestPipeline pipeline) {
    RatingBatch batch =
        TestBatch.at(0)
            .row(50, 32, 5.0, 1_262_076_877)
            .row(50, 47, 4.0, 1_262_077_899)
            .row(50, 50, 4.0, 946_684_799)
            .row(51, 50, 4.0, 1_262_076_691)
            .build();
    FieldType dateTime = FieldType.logicalType(SqlTypes.DATETIME);

    PCollection<Row> latest =
        pipeline
            .apply(Create.of(batch))
            .apply(ToRows.ratings())
            .apply(Filter.<Row>create().whereFieldName("rating_year", (Integer y) -> y == 2009))
            .apply(
                Group.<Row>byFieldNames("userId")
                    .aggregateField(
                        "rating_datetime",
                        Max.<LocalDateTime>naturalOrder(),
                        Field.of("latest", dateTime)));

    Schema key = Schema.builder().addInt32Field("userId").build();
    Schema value = Schema.builder().addField("latest", dateTime).build();
    Schema schema = Schema.builder().addRowField("key", key).addRowField("value", value).build();
    PAssert.that(latest)
        .containsInAnyOrder(
            row(schema, row(key, 50), row(value, LocalDateTime.of(2009, 12, 29, 9, 11, 39))),
            row(schema, row(key, 51), row(value, LocalDateTime.of(2009, 12, 29, 8, 51, 31))));
    pipeline.run();
  }

  private static Row row(Schema schema, @Nullable Object... values) {
    return Row.withSchema(schema).addValues(values).build();
  }
}
