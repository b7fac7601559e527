package org.spillway.bench.micro;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts the bytes and rows of CSV that an operation goes through: JMH shows it by the second. */
@AuxCounters
@State(Scope.Thread)
public class CsvVolume {

  /** Bytes since the iteration's begin; JMH sets it to 0 there. */
  public long bytes;

  /** Rows since then. */
  public long ratings;
}
