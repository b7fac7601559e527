package org.spillway.transforms.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.spillway.bench.micro.CsvVolume;
import org.spillway.bench.micro.GeneratedRatings;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.RatingsProfile;
import org.spillway.transforms.sample.UserSample;

/**
 * The parse of {@code ratings.csv} from its inflated bytes, in chunks as the read has them; an
 * operation is the whole file. Inflating, CRC and MD5 have threads of their own and no part in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ParseBenchmark {
  private static final UserSample NOBODY = new UserSample(Integer.MAX_VALUE, 0);
  private static final UserSample ONE_IN_FIFTY = new UserSample(50, 0);

  /** The rows of the file. */
  @Param("1000000")
  public int ratings;

  private final List<byte[]> chunks = new ArrayList<>();
  private long fileBytes;

  /** Generates the file. */
  @Setup
  public void generate() throws IOException {
    byte[] csv = GeneratedRatings.of(ratings).csv();
    for (int at = 0; at < csv.length; at += ReadAhead.CHUNK_BYTES) {
      chunks.add(Arrays.copyOfRange(csv, at, Math.min(csv.length, at + ReadAhead.CHUNK_BYTES)));
    }
    fileBytes = csv.length;
  }

  /** Every row is checked and counted, none is wanted: the parser alone. */
  @Benchmark
  public EntryReport check(CsvVolume volume, Blackhole sink) throws IOException {
    return parse(NOBODY, null, volume, sink);
  }

  /** And one user in fifty is put into batches. */
  @Benchmark
  public EntryReport sample(CsvVolume volume, Blackhole sink) throws IOException {
    return parse(ONE_IN_FIFTY, null, volume, sink);
  }

  /** And all rows are profiled: what {@code prepare} does. */
  @Benchmark
  public EntryReport sampleAndProfile(CsvVolume volume, Blackhole sink) throws IOException {
    return parse(ONE_IN_FIFTY, new RatingsProfile(), volume, sink);
  }

  /** Every user's rows are put into batches, without a profile. */
  @Benchmark
  public EntryReport keepAll(CsvVolume volume, Blackhole sink) throws IOException {
    return parse(null, null, volume, sink);
  }

  private EntryReport parse(
      @Nullable UserSample users,
      @Nullable RatingsProfile profile,
      CsvVolume volume,
      Blackhole sink)
      throws IOException {
    EntryAccount account =
        new EntryAccount(
            Place.ofArchive("generated.zip").entry("ratings.csv"),
            "generated.zip",
            0,
            fileBytes,
            sink::consume);
    long mostRows = fileBytes / RatingsParser.LEAST_ROW_BYTES + 1;
    RatingRows rows = new RatingRows(users, profile, mostRows, sink::consume);
    new RatingsParser(account, rows)
        .parse(new MeteredChunks(new ChunksInMemory(chunks), account.progress()));
    sink.consume(profile);
    volume.bytes += fileBytes;
    volume.ratings += ratings;
    return account.close();
  }

  /** Chunks that are there already. */
  private static final class ChunksInMemory implements Chunks {
    private final List<byte[]> chunks;
    private int next;

    ChunksInMemory(List<byte[]> chunks) {
      this.chunks = chunks;
    }

    @Override
    public boolean next() {
      return next++ < chunks.size();
    }

    @Override
    public byte[] bytes() {
      return chunks.get(next - 1);
    }

    @Override
    public int length() {
      return bytes().length;
    }
  }
}
