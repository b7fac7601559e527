package org.spillway.transforms.features;

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
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.ItemFeatures;

/** Features of users and of movies from whole histories; an operation is all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FeaturesBenchmark {

  /** The ratings in the histories. */
  @Param("1000000")
  public int ratings;

  private List<EnrichedHistory> histories = List.of();

  /** Generates the histories, joined to their catalog. */
  @Setup
  public void generate() throws IOException {
    histories = GeneratedRatings.of(ratings).enriched();
  }

  /** Describes each user. */
  @Benchmark
  public void describeUsers(RatingCounter counter, Blackhole sink) {
    for (EnrichedHistory history : histories) {
      sink.consume(ComputeUserFeatures.describe(history, LikedThreshold.DEFAULT));
      counter.ratings += history.size();
    }
  }

  /** Counts what there is of each movie. */
  @Benchmark
  public Object tallyItems(RatingCounter counter) {
    counter.ratings += ratings;
    return tally();
  }

  /** Counts it and makes the movies' features of it, with their ranks. */
  @Benchmark
  public List<ItemFeatures> describeItems(RatingCounter counter) {
    counter.ratings += ratings;
    return tally().features();
  }

  private ItemTally tally() {
    ItemTally tally = new ItemTally();
    for (EnrichedHistory history : histories) {
      tally.add(history, LikedThreshold.DEFAULT);
    }
    return tally;
  }
}
