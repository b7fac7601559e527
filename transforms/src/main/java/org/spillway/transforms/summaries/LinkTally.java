package org.spillway.transforms.summaries;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Objects;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Link;
import org.spillway.schemas.WireCoder;
import org.spillway.schemas.WireInput;
import org.spillway.schemas.WireOutput;

/**
 * What is counted of links. An accumulator: the order of the links is of no consequence for what a
 * table shows of it.
 */
final class LinkTally {
  /** A movie for each row, in the order of arrival. */
  private final IntArrayList movieIds = new IntArrayList();

  private long withImdb;
  private long withTmdb;

  void addAll(Batch<Link> links) {
    for (Link link : links.rows()) {
      movieIds.add(link.movieId());
      withImdb += link.imdbId() == null ? 0 : 1;
      withTmdb += link.tmdbId() == null ? 0 : 1;
    }
  }

  void merge(LinkTally other) {
    movieIds.addAll(other.movieIds);
    withImdb += other.withImdb;
    withTmdb += other.withTmdb;
  }

  int rows() {
    return movieIds.size();
  }

  int movieId(int row) {
    return movieIds.getInt(row);
  }

  long withImdb() {
    return withImdb;
  }

  long withTmdb() {
    return withTmdb;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkTally that
        && movieIds.equals(that.movieIds)
        && withImdb == that.withImdb
        && withTmdb == that.withTmdb;
  }

  @Override
  public int hashCode() {
    return Objects.hash(movieIds, withImdb, withTmdb);
  }

  /** Encodes a tally; of the ids their differences. */
  static final class TallyCoder extends WireCoder<LinkTally> {

    @Override
    public void write(LinkTally tally, WireOutput out) {
      out.putVarLong(tally.withImdb);
      out.putVarLong(tally.withTmdb);
      out.putVarLong(tally.rows());
      int last = 0;
      for (int row = 0; row < tally.rows(); row++) {
        out.putZigZag((long) tally.movieId(row) - last);
        last = tally.movieId(row);
      }
    }

    @Override
    public LinkTally read(WireInput in) {
      LinkTally tally = new LinkTally();
      tally.withImdb = in.getVarLong();
      tally.withTmdb = in.getVarLong();
      int rows = in.getCount();
      tally.movieIds.ensureCapacity(rows);
      int last = 0;
      for (int row = 0; row < rows; row++) {
        last = Math.toIntExact(last + in.getZigZag());
        tally.movieIds.add(last);
      }
      return tally;
    }

    @Override
    protected int expectedSize(LinkTally tally) {
      return 16 + 2 * tally.rows();
    }
  }
}
