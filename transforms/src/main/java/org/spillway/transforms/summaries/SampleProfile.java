package org.spillway.transforms.summaries;

import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserHistory;
import org.spillway.schemas.WireCoder;
import org.spillway.schemas.WireInput;
import org.spillway.schemas.WireOutput;

/**
 * What is counted of the sampled ratings: the sample's side of the tables of the setup spec's
 * sections 4, 5 and 8. An accumulator, in which order is of no consequence.
 */
final class SampleProfile {
  private static final int YEARS = Timestamps.LAST_YEAR - Timestamps.FIRST_YEAR + 1;

  private long users;
  private long repeatedPairs;
  private final long[] ratingsByHalfStars = new long[HalfStars.MAX + 1];
  private RatedMovies movies = new RatedMovies();

  /** By the years since {@link Timestamps#FIRST_YEAR}; null where there are no ratings. */
  private final @Nullable GroupTally[] years = new GroupTally[YEARS];

  /** Counts a history. Each user must come once, which is what a whole history means. */
  void add(EnrichedHistory enriched, int likedThreshold) {
    UserHistory history = enriched.history();
    int userId = history.userId();
    users++;
    for (int i = 0; i < history.size(); i++) {
      int movieId = history.movieId(i);
      int halfStars = history.halfStars(i);
      boolean liked = halfStars >= likedThreshold;
      ratingsByHalfStars[halfStars]++;
      boolean isFirst = movies.add(userId, movieId, enriched.movie(i), halfStars, liked);
      repeatedPairs += isFirst ? 0 : 1;
      year(Timestamps.yearOf(history.timestamp(i))).add(userId, movieId, halfStars, liked);
    }
  }

  void merge(SampleProfile other) {
    users += other.users;
    repeatedPairs += other.repeatedPairs;
    for (int i = 0; i < ratingsByHalfStars.length; i++) {
      ratingsByHalfStars[i] += other.ratingsByHalfStars[i];
    }
    movies.merge(other.movies);
    other.years().forEach((year, tally) -> year(year).merge(tally));
  }

  private GroupTally year(int year) {
    int i = year - Timestamps.FIRST_YEAR;
    GroupTally tally = years[i];
    if (tally == null) {
      tally = new GroupTally();
      years[i] = tally;
    }
    return tally;
  }

  long ratings() {
    return Arrays.stream(ratingsByHalfStars).sum();
  }

  long users() {
    return users;
  }

  long movies() {
    return movies.size();
  }

  long withoutTitle() {
    return movies.ratingsWithoutTitle();
  }

  long withoutGenre() {
    return movies.ratingsOfUnknown();
  }

  /** Ratings of a movie that the same user has rated before, further up in the file. */
  long repeatedPairs() {
    return repeatedPairs;
  }

  long ratingsWith(int halfStars) {
    return ratingsByHalfStars[halfStars];
  }

  long primaryGenres() {
    return movies.primaryGenres();
  }

  /** Every genre of the rated movies, not the primary one alone. */
  SortedMap<String, GroupTally> genres() {
    return movies.byGenre();
  }

  SortedMap<Integer, GroupTally> years() {
    SortedMap<Integer, GroupTally> tallies = new TreeMap<>();
    for (int i = 0; i < YEARS; i++) {
      if (years[i] != null) {
        tallies.put(Timestamps.FIRST_YEAR + i, years[i]);
      }
    }
    return tallies;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampleProfile that
        && users == that.users
        && repeatedPairs == that.repeatedPairs
        && Arrays.equals(ratingsByHalfStars, that.ratingsByHalfStars)
        && movies.equals(that.movies)
        && Arrays.equals(years, that.years);
  }

  @Override
  public int hashCode() {
    return Objects.hash(users, repeatedPairs);
  }

  /** Encodes a profile. */
  static final class ProfileCoder extends WireCoder<SampleProfile> {

    @Override
    public void write(SampleProfile profile, WireOutput out) {
      out.putVarLong(profile.users);
      out.putVarLong(profile.repeatedPairs);
      for (long count : profile.ratingsByHalfStars) {
        out.putVarLong(count);
      }
      profile.movies.write(out);
      SortedMap<Integer, GroupTally> years = profile.years();
      out.putVarLong(years.size());
      years.forEach(
          (year, tally) -> {
            out.putVarLong(year);
            tally.write(out);
          });
    }

    @Override
    public SampleProfile read(WireInput in) {
      SampleProfile profile = new SampleProfile();
      profile.users = in.getVarLong();
      profile.repeatedPairs = in.getVarLong();
      for (int i = 0; i < profile.ratingsByHalfStars.length; i++) {
        profile.ratingsByHalfStars[i] = in.getVarLong();
      }
      profile.movies = RatedMovies.read(in);
      for (int left = in.getVarInt(); left > 0; left--) {
        profile.years[in.getVarInt() - Timestamps.FIRST_YEAR] = GroupTally.read(in);
      }
      return profile;
    }

    @Override
    protected int expectedSize(SampleProfile profile) {
      return 256 << 10;
    }
  }
}
