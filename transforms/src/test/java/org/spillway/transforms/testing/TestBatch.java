package org.spillway.transforms.testing;

import org.spillway.schemas.HalfStars;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.RatingBatchBuilder;

/** Writes down a batch of ratings for a test. */
public final class TestBatch {
  private final RatingBatchBuilder rows;

  private TestBatch(RatingBatchBuilder rows) {
    this.rows = rows;
  }

  /** Begins a batch at this position in the file. */
  public static TestBatch at(long position) {
    return new TestBatch(new RatingBatchBuilder(position, 0));
  }

  /** Adds a row; the time is in seconds since 1970, UTC. */
  public TestBatch row(int userId, int movieId, double stars, long seconds) {
    rows.add(userId, movieId, HalfStars.fromStars(stars), seconds);
    return this;
  }

  /** The batch. */
  public RatingBatch build() {
    return rows.build();
  }
}
