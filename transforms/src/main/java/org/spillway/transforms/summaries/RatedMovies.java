package org.spillway.transforms.summaries;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.Movie;
import org.spillway.schemas.WireInput;
import org.spillway.schemas.WireOutput;

/**
 * What has been counted of the sampled ratings of each movie so far, as columns. Genres are counted
 * from here: a movie's ratings are spread over its genres once, and not one by one.
 */
final class RatedMovies {
  private final Int2IntOpenHashMap rowOf = new Int2IntOpenHashMap();
  private int size;
  private int[] movieIds = new int[64];

  /** Null for a movie that the catalog does not know. */
  private @Nullable String[] genres = new String[64];

  private boolean[] hasTitle = new boolean[64];
  private int[] ratings = new int[64];
  private long[] halfStarSums = new long[64];
  private int[] liked = new int[64];

  /** Who rated the movie last; 0 for nobody. Of no meaning but while a history is added. */
  private int[] lastUserIds = new int[64];

  RatedMovies() {
    rowOf.defaultReturnValue(-1);
  }

  /**
   * Counts a rating. The ratings of a user must come one after the other.
   *
   * @return whether it is the user's first of this movie
   */
  boolean add(int userId, int movieId, @Nullable Movie movie, int halfStars, boolean isLiked) {
    int row = rowOf.get(movieId);
    if (row < 0) {
      row =
          movie == null
              ? addRow(movieId, null, false)
              : addRow(
                  movieId,
                  movie.genres() == null ? Movie.NO_GENRES : movie.genres(),
                  movie.title() != null);
    }
    count(row, 1, halfStars, isLiked ? 1 : 0);
    boolean isFirst = lastUserIds[row] != userId;
    lastUserIds[row] = userId;
    return isFirst;
  }

  void merge(RatedMovies other) {
    for (int i = 0; i < other.size; i++) {
      int row = rowOf.get(other.movieIds[i]);
      if (row < 0) {
        row = addRow(other.movieIds[i], other.genres[i], other.hasTitle[i]);
      }
      count(row, other.ratings[i], other.halfStarSums[i], other.liked[i]);
    }
  }

  /** The number of movies. */
  int size() {
    return size;
  }

  /** The number of ratings of movies that have no title. */
  long ratingsWithoutTitle() {
    long count = 0;
    for (int row = 0; row < size; row++) {
      count += hasTitle[row] ? 0 : ratings[row];
    }
    return count;
  }

  /** The number of ratings of movies that the catalog does not know. */
  long ratingsOfUnknown() {
    long count = 0;
    for (int row = 0; row < size; row++) {
      count += genres[row] == null ? ratings[row] : 0;
    }
    return count;
  }

  /** The number of distinct primary genres. */
  long primaryGenres() {
    return Arrays.stream(genres, 0, size)
        .filter(Objects::nonNull)
        .map(text -> text.split("\\|", -1)[0])
        .distinct()
        .count();
  }

  /** What is counted of each genre, a movie in each of its genres. */
  SortedMap<String, GroupTally> byGenre() {
    SortedMap<String, GroupTally> tallies = new TreeMap<>();
    for (int row = 0; row < size; row++) {
      if (genres[row] != null) {
        for (String genre : genres[row].split("\\|", -1)) {
          tallies
              .computeIfAbsent(genre, name -> new GroupTally())
              .addMovie(movieIds[row], ratings[row], halfStarSums[row], liked[row]);
        }
      }
    }
    return tallies;
  }

  private void count(int row, int moreRatings, long halfStars, int moreLiked) {
    ratings[row] += moreRatings;
    halfStarSums[row] += halfStars;
    liked[row] += moreLiked;
  }

  private int addRow(int movieId, @Nullable String genreText, boolean titled) {
    int row = size++;
    if (row == movieIds.length) {
      grow();
    }
    rowOf.put(movieId, row);
    movieIds[row] = movieId;
    genres[row] = genreText;
    hasTitle[row] = titled;
    return row;
  }

  private void grow() {
    int capacity = movieIds.length * 2;
    movieIds = Arrays.copyOf(movieIds, capacity);
    genres = Arrays.copyOf(genres, capacity);
    hasTitle = Arrays.copyOf(hasTitle, capacity);
    ratings = Arrays.copyOf(ratings, capacity);
    halfStarSums = Arrays.copyOf(halfStarSums, capacity);
    liked = Arrays.copyOf(liked, capacity);
    lastUserIds = Arrays.copyOf(lastUserIds, capacity);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RatedMovies that && size == that.size && hasSameRows(that);
  }

  @Override
  public int hashCode() {
    return rowOf.keySet().hashCode();
  }

  private boolean hasSameRows(RatedMovies that) {
    for (int row = 0; row < size; row++) {
      int twin = that.rowOf.get(movieIds[row]);
      if (twin < 0
          || !Objects.equals(genres[row], that.genres[twin])
          || hasTitle[row] != that.hasTitle[twin]
          || ratings[row] != that.ratings[twin]
          || halfStarSums[row] != that.halfStarSums[twin]
          || liked[row] != that.liked[twin]) {
        return false;
      }
    }
    return true;
  }

  /** Writes each text of genres once, then movie after movie by ascending id. */
  void write(WireOutput out) {
    // A long for each movie, the id above the row, sorts by the id and needs no look-up.
    long[] byId = new long[size];
    for (int row = 0; row < size; row++) {
      byId[row] = (long) movieIds[row] << 32 | row;
    }
    Arrays.sort(byId);
    Object2IntLinkedOpenHashMap<String> genreNumbers = new Object2IntLinkedOpenHashMap<>();
    for (long idAndRow : byId) {
      String text = genres[(int) idAndRow];
      if (text != null) {
        genreNumbers.putIfAbsent(text, genreNumbers.size() + 1);
      }
    }
    out.putVarLong(genreNumbers.size());
    genreNumbers.keySet().forEach(out::putString);
    out.putVarLong(size);
    int previous = 0;
    for (long idAndRow : byId) {
      int row = (int) idAndRow;
      out.putVarLong(movieIds[row] - previous);
      out.putVarLong(genres[row] == null ? 0 : genreNumbers.getInt(genres[row]));
      out.putBoolean(hasTitle[row]);
      out.putVarLong(ratings[row]);
      out.putVarLong(halfStarSums[row]);
      out.putVarLong(liked[row]);
      previous = movieIds[row];
    }
  }

  /** Reads what {@link #write} wrote. */
  static RatedMovies read(WireInput in) {
    @Nullable String[] genreTexts = new String[in.getCount() + 1];
    for (int number = 1; number < genreTexts.length; number++) {
      genreTexts[number] = in.getString();
    }
    RatedMovies movies = new RatedMovies();
    int movieId = 0;
    for (int left = in.getCount(); left > 0; left--) {
      movieId += in.getVarInt();
      int row = movies.addRow(movieId, genreTexts[in.getVarInt()], in.getBoolean());
      movies.count(row, in.getVarInt(), in.getVarLong(), in.getVarInt());
    }
    return movies;
  }
}
