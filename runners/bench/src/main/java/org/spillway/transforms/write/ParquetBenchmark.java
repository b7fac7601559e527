package org.spillway.transforms.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.spillway.bench.micro.GeneratedRatings;
import org.spillway.bench.micro.RatingCounter;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.UserHistory;

/**
 * The ratings sample as a Parquet file, joined to its catalog; an operation is a whole file, staged
 * in the system's folder for temporary files, its SHA-256 included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ParquetBenchmark {

  /** The rows of the file. */
  @Param("100000")
  public int ratings;

  /** The codec; {@code prepare} has ZSTD. */
  @Param({"ZSTD", "UNCOMPRESSED"})
  public CompressionCodecName codec;

  private List<UserHistory> histories;
  private Catalog catalog;
  private Path folder;
  private Staging staging;

  /** Generates the ratings and makes the folder. */
  @Setup
  public void generate() throws IOException {
    GeneratedRatings generated = GeneratedRatings.of(ratings);
    histories = generated.histories();
    catalog = generated.catalog();
    folder = Files.createTempDirectory("spillway-micro");
    staging = Staging.of(folder.toString(), "benchmark");
  }

  /** Deletes an iteration's files. */
  @TearDown(Level.Iteration)
  public void deleteFiles() throws IOException {
    staging.delete();
  }

  /** Deletes the folder. */
  @TearDown
  public void deleteFolder() throws IOException {
    Files.delete(folder);
  }

  /** Writes the file. */
  @Benchmark
  public OutputFile write(RatingCounter counter) throws IOException {
    counter.ratings += ratings;
    return ParquetShard.write(
        new RatingsSampleTable(catalog, 8), histories, staging, RatingsSampleTable.PATH, codec);
  }
}
