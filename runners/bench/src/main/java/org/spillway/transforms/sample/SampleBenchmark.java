package org.spillway.transforms.sample;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.spillway.bench.micro.GeneratedRatings;
import org.spillway.bench.micro.RatingCounter;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.UserHistory;

/** What becomes of batches behind the read; an operation is all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SampleBenchmark {
  private static final UserSample ONE_IN_FIFTY = new UserSample(50, 0);

  /** The ratings in the batches. */
  @Param("1000000")
  public int ratings;

  private List<RatingBatch> batches = List.of();

  /** Generates the ratings. */
  @Setup
  public void generate() throws IOException {
    batches = GeneratedRatings.of(ratings).batches();
  }

  /** Keeps one user in fifty: the kernel of {@link SampleUsersByModulus}. */
  @Benchmark
  public void keep(RatingCounter counter, Blackhole sink) {
    for (RatingBatch batch : batches) {
      sink.consume(SampleUsersByModulus.keep(batch, ONE_IN_FIFTY));
      counter.ratings += batch.size();
    }
  }

  /** Puts each user's ratings together: the kernel of {@link AssembleHistories}, one partition. */
  @Benchmark
  public List<UserHistory> assemble(RatingCounter counter) {
    counter.ratings += ratings;
    return HistoryAssembly.assemble(batches);
  }
}
