package org.spillway.transforms.summaries;

import java.util.Objects;
import org.spillway.schemas.DistinctIds;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.WireInput;
import org.spillway.schemas.WireOutput;

/** What is counted of the ratings of a group: a genre (without its users) or a year. */
final class GroupTally {
  private long ratings;
  private long halfStarSum;
  private long liked;
  private final DistinctIds users;
  private final DistinctIds movies;

  GroupTally() {
    this(new DistinctIds(), new DistinctIds());
  }

  private GroupTally(DistinctIds users, DistinctIds movies) {
    this.users = users;
    this.movies = movies;
  }

  void add(int userId, int movieId, int halfStars, boolean isLiked) {
    ratings++;
    halfStarSum += halfStars;
    liked += isLiked ? 1 : 0;
    users.add(userId);
    movies.add(movieId);
  }

  /** Counts all ratings of a movie, whoever rated it. */
  void addMovie(int movieId, long ratingCount, long halfStars, long likedCount) {
    ratings += ratingCount;
    halfStarSum += halfStars;
    liked += likedCount;
    movies.add(movieId);
  }

  void merge(GroupTally other) {
    ratings += other.ratings;
    halfStarSum += other.halfStarSum;
    liked += other.liked;
    users.addAll(other.users);
    movies.addAll(other.movies);
  }

  long ratings() {
    return ratings;
  }

  long users() {
    return users.count();
  }

  long movies() {
    return movies.count();
  }

  double meanRating() {
    return HalfStars.mean(halfStarSum, ratings);
  }

  double likedRate() {
    return (double) liked / ratings;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupTally that
        && ratings == that.ratings
        && halfStarSum == that.halfStarSum
        && liked == that.liked
        && users.equals(that.users)
        && movies.equals(that.movies);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ratings, halfStarSum, liked);
  }

  void write(WireOutput out) {
    out.putVarLong(ratings);
    out.putVarLong(halfStarSum);
    out.putVarLong(liked);
    users.write(out);
    movies.write(out);
  }

  static GroupTally read(WireInput in) {
    long ratings = in.getVarLong();
    long halfStarSum = in.getVarLong();
    long liked = in.getVarLong();
    GroupTally tally = new GroupTally(DistinctIds.read(in), DistinctIds.read(in));
    tally.ratings = ratings;
    tally.halfStarSum = halfStarSum;
    tally.liked = liked;
    return tally;
  }
}
