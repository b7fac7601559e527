package org.spillway.transforms.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.UserHistory;
import org.spillway.schemas.UserHistoryCoder;
import org.spillway.transforms.testing.RandomRatings;
import org.spillway.transforms.testing.TestPipelines;

class WriteRatingsSampleTest {
  private static final String NAME = "movielens_interference_ratings_sample";

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();
  @TempDir Path folder;
  private Staging staging;

  @Test
  void aRowForEachRatingWithItsMovie(TestPipeline pipeline) throws Exception {
    Path file = write(pipeline, WrittenSample.HISTORIES, WriteRatingsSample::of);

    assertThat(
        DuckDb.columns(file),
        contains(
            "userId INTEGER",
            "movieId INTEGER",
            "rating FLOAT",
            "timestamp BIGINT",
            "rating_datetime TIMESTAMP",
            "rating_year INTEGER",
            "liked INTEGER",
            "title VARCHAR",
            "clean_title VARCHAR",
            "genres VARCHAR",
            "primary_genre VARCHAR",
            "genre_count INTEGER",
            "release_year INTEGER"));
    String toyStory =
        "Toy Story (1995)\tToy Story\tAdventure|Animation|Children|Comedy|Fantasy\tAdventure\t5\t1995";
    assertThat(
        DuckDb.query("SELECT * FROM %s", file),
        contains(
            "50\t1\t4.0\t867758400\t1997-07-01 12:00:00.0\t1997\t1\t" + toyStory,
            "50\t99\t0.5\t867758401\t1997-07-01 12:00:01.0\t1997\t0\tnull\tnull\tnull\tnull\tnull\tnull",
            "100\t7\t5.0\t867758400\t1997-07-01 12:00:00.0\t1997\t1\tIrwin & Fran 2013"
                + "\tIrwin & Fran 2013\tnull\t(no genres listed)\t1\tnull",
            "100\t1\t3.5\t946684799\t1999-12-31 23:59:59.0\t1999\t0\t" + toyStory,
            "150\t1\t1.5\t946684800\t2000-01-01 00:00:00.0\t2000\t0\t" + toyStory));
  }

  @Test
  void theLikedThresholdDecides(TestPipeline pipeline) throws Exception {
    Path file =
        write(
            pipeline,
            WrittenSample.HISTORIES,
            catalog -> WriteRatingsSample.of(catalog).withLikedHalfStars(7));

    assertThat(
        DuckDb.query("SELECT rating, liked FROM %s", file),
        contains("4.0\t1", "0.5\t0", "5.0\t1", "3.5\t1", "1.5\t0"));
  }

  @Test
  void compressesAsAsked(TestPipeline pipeline) throws Exception {
    Path file =
        write(
            pipeline,
            WrittenSample.HISTORIES,
            catalog -> WriteRatingsSample.of(catalog).withCompression(CompressionCodecName.SNAPPY));

    assertThat(
        DuckDb.query("SELECT DISTINCT compression FROM parquet_metadata(%s)", file),
        contains("SNAPPY"));
  }

  @Test
  void noHistoriesAreAFileWithoutRows(TestPipeline pipeline) throws Exception {
    staging = Staging.of(folder.toString(), "run");
    pipeline
        .apply("Histories", Create.empty(UserHistoryCoder.of()))
        .apply("Write", WriteRatingsSample.of(catalog(pipeline)).withStaging(staging));
    pipeline.run().waitUntilFinish();

    assertThat(
        DuckDb.query("SELECT count(*) FROM %s", StagedFiles.of(staging).get(NAME + ".parquet")),
        contains("0"));
  }

  @Test
  void aHistoryIsInOneShardAndBytesDependOnNeitherOrderNorParallelism() throws Exception {
    List<UserHistory> histories = RandomRatings.of(5, 3000, 120, 9).histories();
    List<UserHistory> shuffled = new ArrayList<>(histories);
    Collections.shuffle(shuffled, new Random(3));

    Map<String, Path> one = writeShards("one", histories, "--targetParallelism=1");
    Map<String, Path> other = writeShards("other", shuffled, "--targetParallelism=4");

    assertThat(
        one.keySet(), contains(NAME + "-00000-of-00002.parquet", NAME + "-00001-of-00002.parquet"));
    int shard = 0;
    for (String name : one.keySet()) {
      assertThat(Files.mismatch(one.get(name), other.get(name)), is(-1L));
      List<String> expected = new ArrayList<>();
      for (UserHistory history : histories) {
        for (int i = 0; Shards.of(history.userId(), 2) == shard && i < history.size(); i++) {
          expected.add(history.userId() + "\t" + history.movieId(i) + "\t" + history.timestamp(i));
        }
      }
      assertThat(
          DuckDb.query("SELECT userId, movieId, timestamp FROM %s", one.get(name)), is(expected));
      shard++;
    }
  }

  private interface Writer {
    WriteRatingsSample with(PCollectionView<Iterable<Catalog>> catalog);
  }

  private Path write(TestPipeline pipeline, List<UserHistory> histories, Writer writer)
      throws Exception {
    staging = Staging.of(folder.toString(), "run");
    pipeline
        .apply("Histories", Create.of(histories))
        .apply("Write", writer.with(catalog(pipeline)).withStaging(staging));
    pipeline.run().waitUntilFinish();
    return StagedFiles.of(staging).get(NAME + ".parquet");
  }

  private Map<String, Path> writeShards(
      String output, List<UserHistory> histories, String... options) throws Exception {
    staging = Staging.of(folder.resolve(output).toString(), "run");
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.fromArgs(options).create());
    pipeline
        .apply("Histories", Create.of(histories))
        .apply(
            "Write", WriteRatingsSample.of(catalog(pipeline)).withStaging(staging).withShards(2));
    pipeline.run().waitUntilFinish();
    return StagedFiles.of(staging);
  }

  private static PCollectionView<Iterable<Catalog>> catalog(Pipeline pipeline) {
    return pipeline
        .apply("Catalog", Create.of(WrittenSample.CATALOG))
        .apply("AsView", View.asIterable());
  }
}
