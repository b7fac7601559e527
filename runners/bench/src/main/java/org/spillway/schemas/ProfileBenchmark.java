package org.spillway.schemas;

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
import org.spillway.bench.micro.GeneratedRatings;
import org.spillway.bench.micro.RatingCounter;

/** The full-file figures of ratings; an operation is a profile of all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ProfileBenchmark {

  /** The ratings profiled. */
  @Param("1000000")
  public int ratings;

  private List<RatingBatch> batches = List.of();

  /** Generates the ratings. */
  @Setup
  public void generate() throws IOException {
    batches = GeneratedRatings.of(ratings).batches();
  }

  /** A rating at a time, as while parsing. */
  @Benchmark
  public RatingsProfile addRatings(RatingCounter counter) {
    RatingsProfile profile = new RatingsProfile();
    for (RatingBatch batch : batches) {
      for (int i = 0; i < batch.size(); i++) {
        profile.add(batch.userId(i), batch.movieId(i), batch.halfStars(i), batch.timestamp(i));
      }
      counter.ratings += batch.size();
    }
    return profile;
  }

  /** A batch at a time, as behind the read. */
  @Benchmark
  public RatingsProfile addBatches(RatingCounter counter) {
    RatingsProfile profile = new RatingsProfile();
    for (RatingBatch batch : batches) {
      profile.add(batch);
      counter.ratings += batch.size();
    }
    return profile;
  }
}
