package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.UserFeatures;
import org.spillway.schemas.UserFeaturesCoder;
import org.spillway.transforms.gather.Gather;
import org.spillway.transforms.testing.TestPipelines;

class WriteParquetTest {
  private static final String USERS = "movielens_interference_user_features";

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();
  @TempDir Path folder;

  @Test
  void items(TestPipeline pipeline) throws Exception {
    Path file = write(pipeline, ItemsTable.of(), WrittenSample.ITEMS);

    assertThat(
        DuckDb.columns(file),
        contains(
            "movieId INTEGER",
            "title VARCHAR",
            "clean_title VARCHAR",
            "genres VARCHAR",
            "primary_genre VARCHAR",
            "spillover_cluster VARCHAR",
            "release_year INTEGER",
            "genre_count INTEGER",
            "sample_rating_count INTEGER",
            "sample_mean_rating DOUBLE",
            "sample_liked_rate DOUBLE",
            "popularity_bucket VARCHAR"));
    String genres = "Adventure|Animation|Children|Comedy|Fantasy";
    assertThat(
        DuckDb.query("SELECT * FROM %s", file),
        contains(
            "1\tToy Story (1995)\tToy Story\t"
                + genres
                + "\tAdventure\tAdventure\t1995\t5\t3\t3.0\t0.3333333333333333\thigh",
            "99\tnull\tnull\tnull\tnull\tunknown\tnull\tnull\t1\t0.5\t0.0\tvery_low"));
  }

  @Test
  void userFeatures(TestPipeline pipeline) throws Exception {
    Path file = write(pipeline, UserFeaturesTable.of(), WrittenSample.USERS);

    assertThat(
        DuckDb.columns(file),
        contains(
            "userId INTEGER",
            "n_ratings INTEGER",
            "mean_rating DOUBLE",
            "liked_rate DOUBLE",
            "first_rating_time TIMESTAMP",
            "last_rating_time TIMESTAMP",
            "active_years INTEGER",
            "unique_primary_genres INTEGER",
            "activity_span_days INTEGER"));
    assertThat(
        DuckDb.query("SELECT * FROM %s", file),
        contains(
            "50\t2\t2.25\t0.5\t1997-07-01 12:00:00.0\t1997-07-01 12:00:01.0\t1\t1\t0",
            "100\t2\t4.25\t0.5\t1997-07-01 12:00:00.0\t1999-12-31 23:59:59.0\t2\t2\t913"));
  }

  @Test
  void slates(TestPipeline pipeline) throws Exception {
    Path file = write(pipeline, SlateSeedTable.of(), WrittenSample.SLATES);

    assertThat(
        DuckDb.columns(file),
        contains(
            "slate_id VARCHAR",
            "userId INTEGER",
            "movieId INTEGER",
            "title VARCHAR",
            "genres VARCHAR",
            "primary_genre VARCHAR",
            "spillover_cluster VARCHAR",
            "slate_position_seed INTEGER",
            "observed_relevance FLOAT",
            "high_relevance INTEGER",
            "rating_datetime TIMESTAMP",
            "rating_year INTEGER"));
    String none = "(no genres listed)";
    String genres = "Adventure|Animation|Children|Comedy|Fantasy";
    assertThat(
        DuckDb.query("SELECT * FROM %s", file),
        contains(
            "user_50_seed\t50\t99\tnull\tnull\tnull\tunknown\t1\t0.5\t0\t"
                + "1997-07-01 12:00:00.0\t1997",
            "user_100_seed\t100\t7\tIrwin & Fran 2013\tnull\t"
                + none
                + "\t"
                + none
                + "\t1\t5.0\t1\t1997-07-01 12:00:00.0\t1997",
            "user_100_seed\t100\t1\tToy Story (1995)\t"
                + genres
                + "\tAdventure\tAdventure\t2\t3.5\t0\t1999-12-31 23:59:59.0\t1999"));
  }

  @Test
  void timesAreLocalMicroseconds(TestPipeline pipeline) throws Exception {
    Path file = write(pipeline, UserFeaturesTable.of(), WrittenSample.USERS);

    assertThat(
        DuckDb.query(
            "SELECT DISTINCT logical_type FROM parquet_schema(%s) WHERE name LIKE '%_time'", file),
        contains(
            "TimestampType(isAdjustedToUTC=0, unit=TimeUnit(MILLIS=<null>, MICROS=MicroSeconds(),"
                + " NANOS=<null>))"));
  }

  @Test
  void keepsTheAvroSchema(TestPipeline pipeline) throws Exception {
    Path file = write(pipeline, UserFeaturesTable.of(), WrittenSample.USERS);

    assertThat(
        DuckDb.query(
            "SELECT decode(value) FROM parquet_kv_metadata(%s)"
                + " WHERE decode(key) = 'parquet.avro.schema'",
            file),
        contains(UserFeaturesTable.of().schema().toString()));
  }

  @Test
  void tellsWhatItHasStaged(TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    PAssert.thatSingleton(
            pipeline
                .apply("Users", Create.of(List.of(WrittenSample.USERS)))
                .apply("Write", WriteParquet.of(UserFeaturesTable.of()).withStaging(staging)))
        .satisfies(
            file -> {
              try {
                check(file);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void noElementsAreAFileWithoutRows(TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    pipeline
        .apply("Users", Create.empty(UserFeaturesCoder.of()))
        .apply("Gather", Gather.all())
        .apply("Write", WriteParquet.of(UserFeaturesTable.of()).withStaging(staging));
    pipeline.run().waitUntilFinish();
    Path file = StagedFiles.of(staging).get(USERS + ".parquet");

    assertThat(DuckDb.query("SELECT count(*) FROM %s", file), contains("0"));
    assertThat(DuckDb.columns(file).size(), is(9));
  }

  @Test
  void shardsHaveEveryIdOnceInOrder() throws Exception {
    List<UserFeatures> users = users(200);
    Map<String, Path> files = writeUsers("out", users, 3);

    assertThat(
        files.keySet(),
        contains(
            USERS + "-00000-of-00003.parquet",
            USERS + "-00001-of-00003.parquet",
            USERS + "-00002-of-00003.parquet"));
    int shard = 0;
    for (Path file : files.values()) {
      List<String> expected = new ArrayList<>();
      for (UserFeatures user : users) {
        if (Shards.of(user.userId(), 3) == shard) {
          expected.add(Integer.toString(user.userId()));
        }
      }
      assertThat(DuckDb.query("SELECT userId FROM %s", file), is(expected));
      shard++;
    }
  }

  @Test
  void aShardWithoutElementsIsAFileWithoutRows() throws Exception {
    Map<String, Path> files = writeUsers("out", users(1), 2);

    int filled = Shards.of(1, 2);
    List<Path> shards = List.copyOf(files.values());
    assertThat(DuckDb.query("SELECT userId FROM %s", shards.get(filled)), contains("1"));
    assertThat(DuckDb.query("SELECT count(*) FROM %s", shards.get(1 - filled)), contains("0"));
  }

  @Test
  void bytesDependOnNeitherOrderNorParallelism() throws Exception {
    List<UserFeatures> users = users(500);
    List<UserFeatures> shuffled = new ArrayList<>(users);
    Collections.shuffle(shuffled, new Random(3));

    Map<String, Path> one = writeUsers("one", users, 2, "--targetParallelism=1");
    Map<String, Path> other = writeUsers("other", shuffled, 2, "--targetParallelism=4");

    for (String name : one.keySet()) {
      assertThat(Files.mismatch(one.get(name), other.get(name)), is(-1L));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "ZSTD"})
  void compressesAsAsked(CompressionCodecName codec, TestPipeline pipeline) throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    pipeline
        .apply("Users", Create.of(List.of(users(50))))
        .apply(
            "Write",
            WriteParquet.of(UserFeaturesTable.of()).withStaging(staging).withCompression(codec));
    pipeline.run().waitUntilFinish();
    Path file = StagedFiles.of(staging).get(USERS + ".parquet");

    assertThat(
        DuckDb.query("SELECT DISTINCT compression FROM parquet_metadata(%s)", file),
        contains(codec.name()));
    assertThat(DuckDb.query("SELECT count(*), sum(userId) FROM %s", file), contains("50\t1275"));
  }

  @Test
  void anIdThatOccursTwiceFails(TestPipeline pipeline) {
    ItemFeatures item = WrittenSample.ITEMS.get(0);
    pipeline
        .apply("Items", Create.of(List.of(List.of(item, item))))
        .apply(
            "Write",
            WriteParquet.of(ItemsTable.of()).withStaging(Staging.of(folder.toString(), "run")));

    PipelineExecutionException failure =
        assertThrows(PipelineExecutionException.class, pipeline::run);

    assertThat(failure.getMessage(), containsString("99 occurs twice"));
  }

  private <T> Path write(TestPipeline pipeline, ParquetTable<T> table, List<T> elements)
      throws Exception {
    Staging staging = Staging.of(folder.toString(), "run");
    pipeline
        .apply("Elements", Create.of(List.of(elements)))
        .apply("Write", WriteParquet.of(table).withStaging(staging));
    pipeline.run().waitUntilFinish();
    return StagedFiles.of(staging).values().iterator().next();
  }

  private Map<String, Path> writeUsers(
      String output, List<UserFeatures> users, int shards, String... options) throws Exception {
    Staging staging = Staging.of(folder.resolve(output).toString(), "run");
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.fromArgs(options).create());
    pipeline
        .apply("Users", Create.of(users))
        .apply("Gather", Gather.all())
        .apply(
            "Write",
            WriteParquet.of(UserFeaturesTable.of()).withStaging(staging).withShards(shards));
    pipeline.run().waitUntilFinish();
    return StagedFiles.of(staging);
  }

  private static List<UserFeatures> users(int count) {
    UserFeatures[] users = new UserFeatures[count];
    Arrays.setAll(users, i -> new UserFeatures(i + 1, 2, 3 + i % 17, 1, 1000, 2000, 1, 1));
    return List.of(users);
  }

  private static void check(OutputFile file) throws Exception {
    byte[] content = Files.readAllBytes(Path.of(file.stagedAt()));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
    assertThat(file.path(), is("processed/" + USERS + ".parquet"));
    assertThat(file.rows(), is(2L));
    assertThat(file.bytes(), is((long) content.length));
    assertThat(file.sha256(), is(HexFormat.of().formatHex(digest)));
    assertThat(file.schema(), is(UserFeaturesTable.of().schema().toString()));
  }
}
