package org.spillway.transforms.rows;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.InputStream;
import java.util.List;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Movie;

/** Rows have the columns of the published files: names, types, order, nulls. */
class ToRowsSchemaTest {

  @Test
  void enrichedHistoriesAreThePublishedRatingsSample() throws Exception {
    assertThat(columnsOf(EnrichedRatingRows.SCHEMA), is(publishedColumns("ratings_sample")));
  }

  @Test
  void itemFeaturesAreThePublishedItems() throws Exception {
    assertThat(columnsOf(ItemRows.SCHEMA), is(publishedColumns("items")));
  }

  @Test
  void userFeaturesAreThePublishedUserFeatures() throws Exception {
    assertThat(columnsOf(UserRows.SCHEMA), is(publishedColumns("user_features")));
  }

  @Test
  void seedSlatesAreThePublishedSeedSlates() throws Exception {
    assertThat(columnsOf(SlateRows.SCHEMA), is(publishedColumns("slate_seed")));
  }

  @Test
  void ratingsAreTheFirstColumnsOfThePublishedSample() throws Exception {
    assertThat(columnsOf(RatingRows.SCHEMA), is(publishedColumns("ratings_sample").subList(0, 6)));
  }

  @Test
  void catalogTagsAndLinksHaveTheColumnsOfTheirFilesAndWhatIsDerived() {
    FieldType text = FieldType.STRING;
    FieldType optionalText = FieldType.STRING.withNullable(true);
    assertThat(
        columnsOf(MovieRows.SCHEMA),
        is(
            List.of(
                column("movieId", FieldType.INT32),
                column("title", optionalText),
                column("genres", optionalText),
                column("release_year", FieldType.INT32.withNullable(true)),
                column("clean_title", optionalText),
                column("genre_list", FieldType.array(text)),
                column("genre_count", FieldType.INT32),
                column("primary_genre", text))));
    assertThat(
        columnsOf(TagRows.SCHEMA),
        is(
            List.of(
                column("userId", FieldType.INT32),
                column("movieId", FieldType.INT32),
                column("tag", optionalText),
                column("timestamp", FieldType.INT64),
                column("tag_clean", optionalText),
                column("tag_datetime", FieldType.logicalType(SqlTypes.DATETIME)))));
    assertThat(
        columnsOf(LinkRows.SCHEMA),
        is(
            List.of(
                column("movieId", FieldType.INT32),
                column("imdbId", optionalText),
                column("tmdbId", optionalText))));
  }

  private static List<String> columnsOf(Schema schema) {
    return schema.getFields().stream()
        .map(field -> column(field.getName(), field.getType()))
        .toList();
  }

  private static List<String> publishedColumns(String file) throws Exception {
    try (InputStream stream = Movie.class.getResourceAsStream(file + ".avsc")) {
      return new org.apache.avro.Schema.Parser()
          .parse(stream).getFields().stream()
              .map(field -> column(field.name(), typeOf(field.schema())))
              .toList();
    }
  }

  private static FieldType typeOf(org.apache.avro.Schema schema) {
    if (schema.isUnion()) {
      return typeOf(schema.getTypes().get(1)).withNullable(true);
    }
    if (schema.getLogicalType() != null) {
      return FieldType.logicalType(SqlTypes.DATETIME);
    }
    return switch (schema.getType()) {
      case INT -> FieldType.INT32;
      case LONG -> FieldType.INT64;
      case FLOAT -> FieldType.FLOAT;
      case DOUBLE -> FieldType.DOUBLE;
      case STRING -> FieldType.STRING;
      default -> throw new AssertionError("not a type of a published column: " + schema);
    };
  }

  private static String column(String name, FieldType type) {
    return name + " " + type;
  }
}
