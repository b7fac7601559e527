package org.spillway.transforms.features;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Movie;
import org.spillway.schemas.MovieSequence;
import org.spillway.schemas.PopularityBucket;
import org.spillway.schemas.UserHistory;
import org.spillway.schemas.WireCoder;
import org.spillway.schemas.WireInput;
import org.spillway.schemas.WireOutput;

/**
 * What has been counted of every rated movie so far, as columns: one accumulator for all movies
 * instead of one for each.
 */
final class ItemTally {
  private final Int2IntOpenHashMap rowOf = new Int2IntOpenHashMap();
  private int size;
  private int[] movieIds = new int[64];
  private @Nullable Movie[] movies = new Movie[64];
  private int[] ratings = new int[64];
  private long[] halfStarSums = new long[64];
  private int[] liked = new int[64];
  private long[] first = new long[64];
  private long[] last = new long[64];

  ItemTally() {
    rowOf.defaultReturnValue(-1);
  }

  void add(EnrichedHistory enriched, int likedThreshold) {
    UserHistory history = enriched.history();
    for (int i = 0; i < history.size(); i++) {
      int row = rowOf(history.movieId(i), enriched.movie(i));
      int halfStars = history.halfStars(i);
      long time = history.timestamp(i);
      count(row, 1, halfStars, halfStars >= likedThreshold ? 1 : 0, time, time);
    }
  }

  void merge(ItemTally other) {
    for (int i = 0; i < other.size; i++) {
      int row = rowOf(other.movieIds[i], other.movies[i]);
      count(
          row,
          other.ratings[i],
          other.halfStarSums[i],
          other.liked[i],
          other.first[i],
          other.last[i]);
    }
  }

  /** The features of every movie by ascending id, with its popularity among them all. */
  List<ItemFeatures> features() {
    // A long for each movie, the ratings above the id, sorts by the one and then by the other.
    long[] byPopularity = new long[size];
    for (int row = 0; row < size; row++) {
      byPopularity[row] = (long) ratings[row] << 32 | movieIds[row];
    }
    Arrays.sort(byPopularity);
    List<ItemFeatures> features = new ArrayList<>(size);
    for (int rank = 1; rank <= size; rank++) {
      int row = rowOf.get((int) byPopularity[rank - 1]);
      features.add(
          new ItemFeatures(
              movieIds[row],
              movies[row],
              ratings[row],
              halfStarSums[row],
              liked[row],
              first[row],
              last[row],
              PopularityBucket.ofRank(rank, size)));
    }
    features.sort(Comparator.comparingInt(ItemFeatures::movieId));
    return features;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemTally that && size == that.size && hasSameRows(that);
  }

  @Override
  public int hashCode() {
    return rowOf.keySet().hashCode();
  }

  private boolean hasSameRows(ItemTally that) {
    for (int row = 0; row < size; row++) {
      int twin = that.rowOf.get(movieIds[row]);
      if (twin < 0
          || !Objects.equals(movies[row], that.movies[twin])
          || ratings[row] != that.ratings[twin]
          || halfStarSums[row] != that.halfStarSums[twin]
          || liked[row] != that.liked[twin]
          || first[row] != that.first[twin]
          || last[row] != that.last[twin]) {
        return false;
      }
    }
    return true;
  }

  private void count(
      int row, int moreRatings, long halfStars, int moreLiked, long firstTime, long lastTime) {
    ratings[row] += moreRatings;
    halfStarSums[row] += halfStars;
    liked[row] += moreLiked;
    first[row] = Math.min(first[row], firstTime);
    last[row] = Math.max(last[row], lastTime);
  }

  private int rowOf(int movieId, @Nullable Movie movie) {
    int known = rowOf.get(movieId);
    if (known >= 0) {
      return known;
    }
    int row = size++;
    if (row == movieIds.length) {
      grow();
    }
    rowOf.put(movieId, row);
    movieIds[row] = movieId;
    movies[row] = movie;
    first[row] = Long.MAX_VALUE;
    last[row] = Long.MIN_VALUE;
    return row;
  }

  private void grow() {
    int capacity = movieIds.length * 2;
    movieIds = Arrays.copyOf(movieIds, capacity);
    movies = Arrays.copyOf(movies, capacity);
    ratings = Arrays.copyOf(ratings, capacity);
    halfStarSums = Arrays.copyOf(halfStarSums, capacity);
    liked = Arrays.copyOf(liked, capacity);
    first = Arrays.copyOf(first, capacity);
    last = Arrays.copyOf(last, capacity);
  }

  /** Encodes a tally movie by movie, by ascending id: equal tallies have equal bytes. */
  static final class TallyCoder extends WireCoder<ItemTally> {

    @Override
    public void write(ItemTally tally, WireOutput out) {
      out.putVarLong(tally.size);
      // A long for each movie, the id above the row, sorts by the id and needs no look-up.
      long[] byId = new long[tally.size];
      for (int row = 0; row < tally.size; row++) {
        byId[row] = (long) tally.movieIds[row] << 32 | row;
      }
      Arrays.sort(byId);
      MovieSequence.Writer movies = new MovieSequence.Writer(out);
      for (long idAndRow : byId) {
        int row = (int) idAndRow;
        out.putVarLong(tally.movieIds[row]);
        movies.put(tally.movies[row]);
        out.putVarLong(tally.ratings[row]);
        out.putVarLong(tally.halfStarSums[row]);
        out.putVarLong(tally.liked[row]);
        out.putVarLong(tally.first[row]);
        out.putVarLong(tally.last[row] - tally.first[row]);
      }
    }

    @Override
    public ItemTally read(WireInput in) {
      ItemTally tally = new ItemTally();
      int size = in.getCount();
      MovieSequence.Reader movies = new MovieSequence.Reader(in);
      for (int left = size; left > 0; left--) {
        int movieId = in.getVarInt();
        int row = tally.rowOf(movieId, movies.next(movieId));
        int ratings = in.getVarInt();
        long halfStars = in.getVarLong();
        int liked = in.getVarInt();
        long first = in.getVarLong();
        tally.count(row, ratings, halfStars, liked, first, first + in.getVarLong());
      }
      return tally;
    }

    @Override
    protected int expectedSize(ItemTally tally) {
      return 16 + 56 * tally.size;
    }
  }
}
