package org.spillway.transforms.inflate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.spillway.bench.micro.CsvVolume;
import org.spillway.bench.micro.GeneratedRatings;

/**
 * Inflating {@code ratings.csv} from its deflated bytes in memory, in the read's chunks; an
 * operation is the whole file. CRC and MD5 have no part in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class InflateBenchmark {

  /** The rows of the file. */
  @Param("1000000")
  public int ratings;

  private final byte[] chunk = new byte[256 << 10];
  private byte[] deflated;

  /** Generates the file and deflates it as archives do. */
  @Setup
  public void generate() throws IOException {
    byte[] csv = GeneratedRatings.of(ratings).csv();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(csv);
    deflater.finish();
    byte[] room = new byte[csv.length + 1000];
    int n = deflater.deflate(room);
    if (!deflater.finished()) {
      throw new IllegalStateException("the ratings do not deflate");
    }
    deflater.end();
    deflated = Arrays.copyOf(room, n);
  }

  /** By the project's own reader. */
  @Benchmark
  public long inflatingReader(CsvVolume volume) throws IOException, DataFormatException {
    InflatingReader reader = new InflatingReader(new ByteArrayInputStream(deflated)::read);
    long bytes = 0;
    int n;
    while ((n = reader.read(chunk, 0, chunk.length)) >= 0) {
      bytes += n;
    }
    return counted(bytes, volume);
  }

  /** By {@code java.util.zip}, which is zlib. */
  @Benchmark
  public long javaUtilZip(CsvVolume volume) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    inflater.setInput(deflated);
    long bytes = 0;
    while (!inflater.finished()) {
      bytes += inflater.inflate(chunk);
    }
    inflater.end();
    return counted(bytes, volume);
  }

  private long counted(long bytes, CsvVolume volume) {
    volume.bytes += bytes;
    volume.ratings += ratings;
    return bytes;
  }
}
