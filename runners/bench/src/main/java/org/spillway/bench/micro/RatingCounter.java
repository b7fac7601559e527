package org.spillway.bench.micro;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts the ratings that a benchmark's operations go through: JMH shows them by the second. */
@AuxCounters
@State(Scope.Thread)
public class RatingCounter {

  /** Ratings since the iteration's begin; JMH sets it to 0 there. */
  public long ratings;
}
