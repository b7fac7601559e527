package org.spillway.transforms.summaries;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spillway.schemas.DistinctIds;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.Movie;
import org.spillway.schemas.Timestamps;
import org.spillway.schemas.UserHistory;
import org.spillway.schemas.WireCoder;
import org.spillway.schemas.WireInput;
import org.spillway.schemas.WireOutput;

/**
 * What is counted of the sampled ratings: the sample's side of the tables of the setup spec's
 * sections 4, 5 and 8. An accumulator, in which order is of no consequence.
 *
 * <p>Serializable because Beam's Combine keeps its result for no input as a field of a step.
 */
final class SampleProfile implements Serializable {
  private long ratings;
  private long users;
  private long withoutTitle;
  private long withoutGenre;
  private long repeatedPairs;
  private final long[] ratingsByHalfStars = new long[HalfStars.MAX + 1];
  private DistinctIds movies = new DistinctIds();
  private final SortedMap<String, Long> ratingsByPrimaryGenre = new TreeMap<>();
  private final SortedMap<String, GroupTally> genres = new TreeMap<>();
  private final SortedMap<Integer, GroupTally> years = new TreeMap<>();

  /** Counts a history. Each user must come once, which is what a whole history means. */
  void add(EnrichedHistory enriched, int likedThreshold) {
    UserHistory history = enriched.history();
    int userId = history.userId();
    users++;
    ratings += history.size();
    IntOpenHashSet rated = new IntOpenHashSet(history.size());
    for (int i = 0; i < history.size(); i++) {
      int movieId = history.movieId(i);
      int halfStars = history.halfStars(i);
      boolean liked = halfStars >= likedThreshold;
      ratingsByHalfStars[halfStars]++;
      movies.add(movieId);
      repeatedPairs += rated.add(movieId) ? 0 : 1;
      years
          .computeIfAbsent(Timestamps.yearOf(history.timestamp(i)), year -> new GroupTally())
          .add(userId, movieId, halfStars, liked);
      Movie movie = enriched.movie(i);
      withoutTitle += movie == null || movie.title() == null ? 1 : 0;
      if (movie == null) {
        withoutGenre++;
        continue;
      }
      ratingsByPrimaryGenre.merge(movie.primaryGenre(), 1L, Long::sum);
      for (String genre : movie.genreList()) {
        genres
            .computeIfAbsent(genre, name -> new GroupTally())
            .add(userId, movieId, halfStars, liked);
      }
    }
  }

  void merge(SampleProfile other) {
    ratings += other.ratings;
    users += other.users;
    withoutTitle += other.withoutTitle;
    withoutGenre += other.withoutGenre;
    repeatedPairs += other.repeatedPairs;
    for (int i = 0; i < ratingsByHalfStars.length; i++) {
      ratingsByHalfStars[i] += other.ratingsByHalfStars[i];
    }
    movies.addAll(other.movies);
    other.ratingsByPrimaryGenre.forEach(
        (genre, count) -> ratingsByPrimaryGenre.merge(genre, count, Long::sum));
    other.genres.forEach(
        (genre, tally) -> genres.computeIfAbsent(genre, name -> new GroupTally()).merge(tally));
    other.years.forEach(
        (year, tally) -> years.computeIfAbsent(year, number -> new GroupTally()).merge(tally));
  }

  long ratings() {
    return ratings;
  }

  long users() {
    return users;
  }

  long movies() {
    return movies.count();
  }

  long withoutTitle() {
    return withoutTitle;
  }

  long withoutGenre() {
    return withoutGenre;
  }

  /** Ratings of a movie that the same user has rated before, further up in the file. */
  long repeatedPairs() {
    return repeatedPairs;
  }

  long ratingsWith(int halfStars) {
    return ratingsByHalfStars[halfStars];
  }

  long primaryGenres() {
    return ratingsByPrimaryGenre.size();
  }

  /** Every genre of the rated movies, not the primary one alone. */
  SortedMap<String, GroupTally> genres() {
    return genres;
  }

  SortedMap<Integer, GroupTally> years() {
    return years;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampleProfile that
        && ratings == that.ratings
        && users == that.users
        && withoutTitle == that.withoutTitle
        && withoutGenre == that.withoutGenre
        && repeatedPairs == that.repeatedPairs
        && Arrays.equals(ratingsByHalfStars, that.ratingsByHalfStars)
        && movies.equals(that.movies)
        && ratingsByPrimaryGenre.equals(that.ratingsByPrimaryGenre)
        && genres.equals(that.genres)
        && years.equals(that.years);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ratings, users);
  }

  /** Encodes a profile. */
  static final class ProfileCoder extends WireCoder<SampleProfile> {

    @Override
    public void write(SampleProfile profile, WireOutput out) {
      out.putVarLong(profile.ratings);
      out.putVarLong(profile.users);
      out.putVarLong(profile.withoutTitle);
      out.putVarLong(profile.withoutGenre);
      out.putVarLong(profile.repeatedPairs);
      for (long count : profile.ratingsByHalfStars) {
        out.putVarLong(count);
      }
      profile.movies.write(out);
      out.putVarLong(profile.ratingsByPrimaryGenre.size());
      profile.ratingsByPrimaryGenre.forEach(
          (genre, count) -> {
            out.putString(genre);
            out.putVarLong(count);
          });
      out.putVarLong(profile.genres.size());
      profile.genres.forEach(
          (genre, tally) -> {
            out.putString(genre);
            tally.write(out);
          });
      out.putVarLong(profile.years.size());
      profile.years.forEach(
          (year, tally) -> {
            out.putVarLong(year);
            tally.write(out);
          });
    }

    @Override
    public SampleProfile read(WireInput in) {
      SampleProfile profile = new SampleProfile();
      profile.ratings = in.getVarLong();
      profile.users = in.getVarLong();
      profile.withoutTitle = in.getVarLong();
      profile.withoutGenre = in.getVarLong();
      profile.repeatedPairs = in.getVarLong();
      for (int i = 0; i < profile.ratingsByHalfStars.length; i++) {
        profile.ratingsByHalfStars[i] = in.getVarLong();
      }
      profile.movies = DistinctIds.read(in);
      for (int left = in.getVarInt(); left > 0; left--) {
        profile.ratingsByPrimaryGenre.put(in.getString(), in.getVarLong());
      }
      for (int left = in.getVarInt(); left > 0; left--) {
        profile.genres.put(in.getString(), GroupTally.read(in));
      }
      for (int left = in.getVarInt(); left > 0; left--) {
        profile.years.put(in.getVarInt(), GroupTally.read(in));
      }
      return profile;
    }
  }
}
