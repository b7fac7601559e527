package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.UserFeatures;

class WriteParquetValidationTest {
  private static final WriteParquet<UserFeatures> WRITE = WriteParquet.of(UserFeaturesTable.of());
  private static final String SHARDS = "shards must be from 1 to 99999, but was: ";
  private static final String CODEC =
      "compression must be one of UNCOMPRESSED, SNAPPY, ZSTD, but was: GZIP";

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 100_000})
  void numberOfShards(int shards) {
    assertThat(refusal(() -> WRITE.withShards(shards)), is(SHARDS + shards));
    assertThat(refusal(() -> ratings().withShards(shards)), is(SHARDS + shards));
  }

  @Test
  void codec() {
    assertThat(refusal(() -> WRITE.withCompression(CompressionCodecName.GZIP)), is(CODEC));
    assertThat(refusal(() -> ratings().withCompression(CompressionCodecName.GZIP)), is(CODEC));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11})
  void likedThreshold(int halfStars) {
    assertThat(
        refusal(() -> ratings().withLikedHalfStars(halfStars)),
        is("likedHalfStars must be from 1 to 10, but was: " + halfStars));
  }

  @Test
  void pathOfATable() {
    assertThat(
        refusal(() -> WriteParquet.of(tableAt("processed/x.csv"))),
        is("path must end in .parquet, but was: processed/x.csv"));
    assertThat(
        refusal(() -> WriteParquet.of(tableAt("../x.parquet"))),
        is(
            "the path of an output must be plain names with / between them, but was:"
                + " ../x.parquet"));
  }

  @Test
  void staging() {
    Pipeline pipeline = Pipeline.create();
    String expected = "withStaging must say where the files go";

    assertThat(
        assertThrows(
                IllegalStateException.class,
                () ->
                    pipeline
                        .apply("Users", Create.of(List.of(WrittenSample.USERS)))
                        .apply("WriteUsers", WRITE))
            .getMessage(),
        is(expected));
    assertThat(
        assertThrows(
                IllegalStateException.class,
                () ->
                    pipeline
                        .apply("Histories", Create.of(WrittenSample.HISTORIES))
                        .apply("WriteRatings", ratings()))
            .getMessage(),
        is(expected));
  }

  private static WriteRatingsSample ratings() {
    PCollectionView<Iterable<Catalog>> catalog =
        Pipeline.create()
            .apply("Catalog", Create.of(WrittenSample.CATALOG))
            .apply("View", View.asIterable());
    return WriteRatingsSample.of(catalog);
  }

  private static ParquetTable<UserFeatures> tableAt(String path) {
    return new ParquetTable<>() {
      @Override
      public String path() {
        return path;
      }

      @Override
      public Schema schema() {
        return UserFeaturesTable.of().schema();
      }

      @Override
      public int key(UserFeatures user) {
        return user.userId();
      }

      @Override
      public Rows<UserFeatures> rows() {
        return UserFeaturesTable.of().rows();
      }
    };
  }

  private static String refusal(Executable setting) {
    return assertThrows(IllegalArgumentException.class, setting).getMessage();
  }
}
