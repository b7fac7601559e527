package org.spillway.schemas;

import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The full-file figures of ratings (setup spec, section 4): rows, distinct users and movies, the
 * span of time, a count per rating. A profile is an accumulator: it grows by {@link #add} and
 * {@link #merge}, and the order of both is of no consequence. It takes as much memory as its two
 * {@link DistinctIds}. Not for use by several threads at once.
 */
public final class RatingsProfile implements Serializable {
  private long rows;
  private long firstTimestamp = Long.MAX_VALUE;
  private long lastTimestamp = Long.MIN_VALUE;
  private final long[] rowsByHalfStars = new long[HalfStars.MAX + 1];
  private final DistinctIds users;
  private final DistinctIds movies;

  /**
   * The user whom {@link #users} was given last; in the file's order, mostly the next one's too.
   */
  private int lastUser = -1;

  /** The profile of no ratings. */
  public RatingsProfile() {
    this(new DistinctIds(), new DistinctIds());
  }

  private RatingsProfile(DistinctIds users, DistinctIds movies) {
    this.users = users;
    this.movies = movies;
  }

  /** Counts every rating of a batch. */
  public void add(RatingBatch batch) {
    for (int i = 0; i < batch.userIds.length; i++) {
      addUser(batch.userIds[i]);
      movies.add(batch.movieIds[i]);
      rowsByHalfStars[batch.halfStars[i]]++;
      long time = Integer.toUnsignedLong(batch.seconds[i]);
      firstTimestamp = Math.min(firstTimestamp, time);
      lastTimestamp = Math.max(lastTimestamp, time);
    }
    rows += batch.userIds.length;
  }

  /**
   * Counts one rating; see {@link RatingBatch} for the ranges of the values.
   *
   * @param timestamp seconds since 1970, UTC
   */
  public void add(int userId, int movieId, int halfStars, long timestamp) {
    addUser(userId);
    movies.add(movieId);
    rowsByHalfStars[halfStars]++;
    firstTimestamp = Math.min(firstTimestamp, timestamp);
    lastTimestamp = Math.max(lastTimestamp, timestamp);
    rows++;
  }

  private void addUser(int userId) {
    if (userId != lastUser) {
      users.add(userId);
      lastUser = userId;
    }
  }

  /** Counts every rating that another profile has counted. */
  public void merge(RatingsProfile other) {
    rows += other.rows;
    firstTimestamp = Math.min(firstTimestamp, other.firstTimestamp);
    lastTimestamp = Math.max(lastTimestamp, other.lastTimestamp);
    for (int i = 0; i < rowsByHalfStars.length; i++) {
      rowsByHalfStars[i] += other.rowsByHalfStars[i];
    }
    users.addAll(other.users);
    movies.addAll(other.movies);
  }

  /** The number of ratings. */
  public long rows() {
    return rows;
  }

  /** The number of distinct users. */
  public long users() {
    return users.count();
  }

  /** Whether a user has ratings. */
  public boolean hasUser(int userId) {
    return users.contains(userId);
  }

  /** The least user who has ratings in another profile, too; none if they share no user. */
  public OptionalInt firstUserAlsoIn(RatingsProfile other) {
    return users.firstCommon(other.users);
  }

  /** The number of distinct rated movies. */
  public long movies() {
    return movies.count();
  }

  /** The earliest rating, seconds since 1970, UTC; meaningless without rows. */
  public long firstTimestamp() {
    return firstTimestamp;
  }

  /** The latest rating, seconds since 1970, UTC; meaningless without rows. */
  public long lastTimestamp() {
    return lastTimestamp;
  }

  /** The number of ratings with this many half stars, 1 to 10. */
  public long rowsWith(int halfStars) {
    return rowsByHalfStars[halfStars];
  }

  void write(WireOutput out) {
    out.putVarLong(rows);
    if (rows > 0) {
      out.putVarLong(firstTimestamp);
      out.putVarLong(lastTimestamp);
      for (int halfStars = HalfStars.MIN; halfStars <= HalfStars.MAX; halfStars++) {
        out.putVarLong(rowsByHalfStars[halfStars]);
      }
      users.write(out);
      movies.write(out);
    }
  }

  static RatingsProfile read(WireInput in) {
    long rows = in.getVarLong();
    if (rows == 0) {
      return new RatingsProfile();
    }
    long first = in.getVarLong();
    long last = in.getVarLong();
    long[] byHalfStars = new long[HalfStars.MAX + 1];
    for (int halfStars = HalfStars.MIN; halfStars <= HalfStars.MAX; halfStars++) {
      byHalfStars[halfStars] = in.getVarLong();
    }
    RatingsProfile profile = new RatingsProfile(DistinctIds.read(in), DistinctIds.read(in));
    profile.rows = rows;
    profile.firstTimestamp = first;
    profile.lastTimestamp = last;
    System.arraycopy(byHalfStars, 0, profile.rowsByHalfStars, 0, byHalfStars.length);
    return profile;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RatingsProfile that
        && rows == that.rows
        && firstTimestamp == that.firstTimestamp
        && lastTimestamp == that.lastTimestamp
        && Arrays.equals(rowsByHalfStars, that.rowsByHalfStars)
        && users.equals(that.users)
        && movies.equals(that.movies);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(rows);
  }

  @Override
  public String toString() {
    return "RatingsProfile{rows=" + rows + ", users=" + users() + ", movies=" + movies() + "}";
  }
}
