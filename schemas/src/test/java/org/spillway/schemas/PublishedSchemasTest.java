package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.InputStream;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns of the published Parquet files: setup spec, section 10. */
class PublishedSchemasTest {

  @Test
  void ratingsSample() throws Exception {
    assertThat(
        columnsOf("ratings_sample"),
        is(
            List.of(
                "userId int32",
                "movieId int32",
                "rating float",
                "timestamp int64",
                "rating_datetime timestamp",
                "rating_year int32",
                "liked int32",
                "title optional string",
                "clean_title optional string",
                "genres optional string",
                "primary_genre optional string",
                "genre_count optional int32",
                "release_year optional int32")));
  }

  @Test
  void items() throws Exception {
    assertThat(
        columnsOf("items"),
        is(
            List.of(
                "movieId int32",
                "title optional string",
                "clean_title optional string",
                "genres optional string",
                "primary_genre optional string",
                "spillover_cluster string",
                "release_year optional int32",
                "genre_count optional int32",
                "sample_rating_count int32",
                "sample_mean_rating double",
                "sample_liked_rate double",
                "popularity_bucket string")));
  }

  @Test
  void userFeatures() throws Exception {
    assertThat(
        columnsOf("user_features"),
        is(
            List.of(
                "userId int32",
                "n_ratings int32",
                "mean_rating double",
                "liked_rate double",
                "first_rating_time timestamp",
                "last_rating_time timestamp",
                "active_years int32",
                "unique_primary_genres int32",
                "activity_span_days int32")));
  }

  @Test
  void slateSeed() throws Exception {
    assertThat(
        columnsOf("slate_seed"),
        is(
            List.of(
                "slate_id string",
                "userId int32",
                "movieId int32",
                "title optional string",
                "genres optional string",
                "primary_genre optional string",
                "spillover_cluster string",
                "slate_position_seed int32",
                "observed_relevance float",
                "high_relevance int32",
                "rating_datetime timestamp",
                "rating_year int32")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratings_sample", "items", "user_features", "slate_seed"})
  void everyColumnSaysWhatItIs(String file) throws Exception {
    Schema schema = read(file);

    assertThat(schema.getNamespace(), is("org.spillway.published"));
    assertThat(schema.getDoc(), is(not("")));
    for (Schema.Field field : schema.getFields()) {
      assertThat(field.name(), field.doc() != null && !field.doc().isBlank(), is(true));
      assertThat(field.name(), field.hasDefaultValue(), is(field.schema().isNullable()));
    }
  }

  private static List<String> columnsOf(String file) throws Exception {
    return read(file).getFields().stream()
        .map(field -> field.name() + " " + typeOf(field.schema()))
        .toList();
  }

  private static String typeOf(Schema schema) {
    if (schema.isUnion()) {
      assertThat(schema.getTypes().size(), is(2));
      assertThat(schema.getTypes().get(0).getType(), is(Schema.Type.NULL));
      return "optional " + typeOf(schema.getTypes().get(1));
    }
    if (schema.getLogicalType() != null) {
      assertThat(schema.getLogicalType(), is(LogicalTypes.localTimestampMicros()));
      assertThat(schema.getType(), is(Schema.Type.LONG));
      return "timestamp";
    }
    return switch (schema.getType()) {
      case INT -> "int32";
      case LONG -> "int64";
      case FLOAT -> "float";
      case DOUBLE -> "double";
      case STRING -> "string";
      default -> throw new AssertionError("not a type of a published column: " + schema);
    };
  }

  private static Schema read(String file) throws Exception {
    try (InputStream stream = Movie.class.getResourceAsStream(file + ".avsc")) {
      return new Schema.Parser().parse(stream);
    }
  }
}
