package org.spillway.transforms.rows;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.transforms.Select;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.Batch;
import org.spillway.schemas.BatchCoder;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Link;
import org.spillway.schemas.LinkCoder;
import org.spillway.schemas.Movie;
import org.spillway.schemas.PopularityBucket;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.Tag;
import org.spillway.schemas.TagCoder;
import org.spillway.schemas.UserFeatures;
import org.spillway.schemas.UserHistory;
import org.spillway.transforms.testing.TestBatch;
import org.spillway.transforms.testing.TestHistory;
import org.spillway.transforms.testing.TestPipelines;

class ToRowsTest {

  private static final Movie TOY_STORY = Movie.of(1, "Toy Story (1995)", "Adventure|Animation");
  private static final Movie BARE = Movie.of(2, null, null);

  private static final long DECEMBER_2009 = 1_262_076_877L;
  private static final LocalDateTime DECEMBER_2009_UTC = LocalDateTime.of(2009, 12, 29, 8, 54, 37);
  private static final long LAST_SECOND_OF_1999 = 946_684_799L;
  private static final LocalDateTime LAST_SECOND_OF_1999_UTC =
      LocalDateTime.of(1999, 12, 31, 23, 59, 59);

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void ratings(TestPipeline pipeline) {
    RatingBatch batch =
        TestBatch.at(0)
            .row(50, 32, 5.0, DECEMBER_2009)
            .row(51, 47, 0.5, LAST_SECOND_OF_1999)
            .build();
    RatingBatch other = TestBatch.at(2).row(51, 47, 3.5, 0).build();
    RatingBatch none = TestBatch.at(3).build();

    PCollection<Row> rows = pipeline.apply(Create.of(batch, other, none)).apply(ToRows.ratings());

    Schema schema = rows.getSchema();
    PAssert.that(rows)
        .containsInAnyOrder(
            row(schema, 50, 32, 5.0f, DECEMBER_2009, DECEMBER_2009_UTC, 2009),
            row(schema, 51, 47, 0.5f, LAST_SECOND_OF_1999, LAST_SECOND_OF_1999_UTC, 1999),
            row(schema, 51, 47, 3.5f, 0L, LocalDateTime.of(1970, 1, 1, 0, 0), 1970));
    pipeline.run();
  }

  @Test
  void histories(TestPipeline pipeline) {
    UserHistory history =
        TestHistory.of(50)
            .rated(32, 5.0, DECEMBER_2009)
            .rated(32, 5.0, DECEMBER_2009)
            .rated(7, 4.5, LAST_SECOND_OF_1999)
            .build();

    PCollection<Row> rows = pipeline.apply(Create.of(history)).apply(ToRows.histories());

    Schema schema = rows.getSchema();
    PAssert.that(rows)
        .containsInAnyOrder(
            row(schema, 50, 32, 5.0f, DECEMBER_2009, DECEMBER_2009_UTC, 2009),
            row(schema, 50, 32, 5.0f, DECEMBER_2009, DECEMBER_2009_UTC, 2009),
            row(schema, 50, 7, 4.5f, LAST_SECOND_OF_1999, LAST_SECOND_OF_1999_UTC, 1999));
    pipeline.run();
  }

  @Test
  void enrichedHistories(TestPipeline pipeline) {
    PCollection<Row> rows =
        pipeline.apply(Create.of(enrichedHistory())).apply(ToRows.enrichedHistories());

    Schema schema = rows.getSchema();
    long time = DECEMBER_2009;
    LocalDateTime dateTime = DECEMBER_2009_UTC;
    String none = Movie.NO_GENRES;
    PAssert.that(rows)
        .containsInAnyOrder(
            row(
                schema,
                50,
                1,
                4.0f,
                time,
                dateTime,
                2009,
                1,
                "Toy Story (1995)",
                "Toy Story",
                "Adventure|Animation",
                "Adventure",
                2,
                1995),
            row(schema, 50, 2, 3.5f, time, dateTime, 2009, 0, null, null, null, none, 1, null),
            row(
                schema, 50, 404, 4.5f, time, dateTime, 2009, 1, null, null, null, null, null,
                null));
    pipeline.run();
  }

  @Test
  void theLikedThresholdDecidesWhatIsLiked(TestPipeline pipeline) {
    Schema likedSchema = Schema.builder().addInt32Field("movieId").addInt32Field("liked").build();

    PCollection<Row> rows =
        pipeline.apply(Create.of(enrichedHistory())).apply(ToRows.enrichedHistories(9));

    PAssert.that(rows.apply(Select.fieldNames("movieId", "liked")))
        .containsInAnyOrder(
            row(likedSchema, 1, 0), row(likedSchema, 2, 0), row(likedSchema, 404, 1));
    pipeline.run();
  }

  @Test
  void catalog(TestPipeline pipeline) {
    PCollection<Row> rows =
        pipeline.apply(Create.of(Catalog.of(List.of(BARE, TOY_STORY)))).apply(ToRows.catalog());

    Schema schema = rows.getSchema();
    PAssert.that(rows)
        .containsInAnyOrder(
            row(
                schema,
                1,
                "Toy Story (1995)",
                "Adventure|Animation",
                1995,
                "Toy Story",
                List.of("Adventure", "Animation"),
                2,
                "Adventure"),
            row(schema, 2, null, null, null, null, List.of(Movie.NO_GENRES), 1, Movie.NO_GENRES));
    pipeline.run();
  }

  @Test
  void tags(TestPipeline pipeline) {
    Batch<Tag> batch =
        new Batch<>(
            0,
            List.of(
                new Tag(22, 1, " Kevin\u00A0Kline\u00A0", DECEMBER_2009),
                new Tag(22, 2, null, LAST_SECOND_OF_1999)));

    PCollection<Row> rows =
        pipeline
            .apply(Create.of(batch).withCoder(BatchCoder.of(TagCoder.of())))
            .apply(ToRows.tags());

    Schema schema = rows.getSchema();
    PAssert.that(rows)
        .containsInAnyOrder(
            row(
                schema,
                22,
                1,
                " Kevin\u00A0Kline\u00A0",
                DECEMBER_2009,
                "kevin\u00A0kline",
                DECEMBER_2009_UTC),
            row(schema, 22, 2, null, LAST_SECOND_OF_1999, null, LAST_SECOND_OF_1999_UTC));
    pipeline.run();
  }

  @Test
  void links(TestPipeline pipeline) {
    Batch<Link> batch =
        new Batch<>(0, List.of(new Link(1, "0114709", "862"), new Link(2, null, null)));

    PCollection<Row> rows =
        pipeline
            .apply(Create.of(batch).withCoder(BatchCoder.of(LinkCoder.of())))
            .apply(ToRows.links());

    Schema schema = rows.getSchema();
    PAssert.that(rows)
        .containsInAnyOrder(row(schema, 1, "0114709", "862"), row(schema, 2, null, null));
    pipeline.run();
  }

  @Test
  void userFeatures(TestPipeline pipeline) {
    UserFeatures user = new UserFeatures(50, 3, 22, 2, LAST_SECOND_OF_1999, DECEMBER_2009, 2, 5);

    PCollection<Row> rows = pipeline.apply(Create.of(user)).apply(ToRows.userFeatures());

    PAssert.that(rows)
        .containsInAnyOrder(
            row(
                rows.getSchema(),
                50,
                3,
                11 / 3.0,
                2 / 3.0,
                LAST_SECOND_OF_1999_UTC,
                DECEMBER_2009_UTC,
                2,
                5,
                3650));
    pipeline.run();
  }

  @Test
  void itemFeatures(TestPipeline pipeline) {
    PCollection<Row> rows =
        pipeline
            .apply(
                Create.of(
                    new ItemFeatures(1, TOY_STORY, 4, 31, 3, 5, 6, PopularityBucket.VERY_HIGH),
                    new ItemFeatures(404, null, 1, 7, 0, 5, 5, PopularityBucket.VERY_LOW)))
            .apply(ToRows.itemFeatures());

    Schema schema = rows.getSchema();
    PAssert.that(rows)
        .containsInAnyOrder(
            row(
                schema,
                1,
                "Toy Story (1995)",
                "Toy Story",
                "Adventure|Animation",
                "Adventure",
                "Adventure",
                1995,
                2,
                4,
                3.875,
                0.75,
                "very_high"),
            row(
                schema,
                404,
                null,
                null,
                null,
                null,
                "unknown",
                null,
                null,
                1,
                3.5,
                0.0,
                "very_low"));
    pipeline.run();
  }

  @Test
  void seedSlates(TestPipeline pipeline) {
    SeedSlate slate =
        new SeedSlate(
            50,
            List.of(
                new SlateItem(1, TOY_STORY, 10, true, DECEMBER_2009),
                new SlateItem(404, null, 7, false, LAST_SECOND_OF_1999)));

    PCollection<Row> rows = pipeline.apply(Create.of(slate)).apply(ToRows.seedSlates());

    Schema schema = rows.getSchema();
    PAssert.that(rows)
        .containsInAnyOrder(
            row(
                schema,
                "user_50_seed",
                50,
                1,
                "Toy Story (1995)",
                "Adventure|Animation",
                "Adventure",
                "Adventure",
                1,
                5.0f,
                1,
                DECEMBER_2009_UTC,
                2009),
            row(
                schema,
                "user_50_seed",
                50,
                404,
                null,
                null,
                null,
                "unknown",
                2,
                3.5f,
                0,
                LAST_SECOND_OF_1999_UTC,
                1999));
    pipeline.run();
  }

  private static EnrichedHistory enrichedHistory() {
    return TestHistory.of(50)
        .rated(1, 4.0, DECEMBER_2009)
        .rated(2, 3.5, DECEMBER_2009)
        .rated(404, 4.5, DECEMBER_2009)
        .with(TOY_STORY, BARE);
  }

  private static Row row(Schema schema, @Nullable Object... values) {
    return Row.withSchema(schema).addValues(values).build();
  }
}
