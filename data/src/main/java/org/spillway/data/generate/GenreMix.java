package org.spillway.data.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The {@code genres} cells of a catalog, in ml-32m's proportions: {@code genres.csv} beside this
 * class counts how many of its movies have each combination.
 */
final class GenreMix {
  /** The cell of a movie that has no genre. */
  private static final String NO_GENRES = "(no genres listed)";

  private static final double LUCK_MATTERS = 3;

  private final List<String> combinations;
  private final WeightedSampler sampler;

  private GenreMix(List<String> combinations, WeightedSampler sampler) {
    this.combinations = combinations;
    this.sampler = sampler;
  }

  static GenreMix load() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                GenreMix.class.getResourceAsStream("genres.csv"), StandardCharsets.UTF_8))) {
      List<String[]> rows = reader.lines().skip(1).map(line -> line.split(",", 2)).toList();
      double[] weights = rows.stream().mapToDouble(row -> Integer.parseInt(row[0])).toArray();
      return new GenreMix(rows.stream().map(row -> row[1]).toList(), WeightedSampler.of(weights));
    } catch (IOException e) {
      throw new UncheckedIOException("the generator's own genres.csv cannot be read", e);
    }
  }

  /**
   * Draws a cell per movie and deals them out so that movies with many genres tend to be the
   * popular ones.
   *
   * @param byPopularity the movies' indexes, the most popular first
   * @return the cells by the movies' indexes
   */
  String[] deal(int[] byPopularity, RandomStream random) {
    int movies = byPopularity.length;
    String[] drawn = new String[movies];
    double[] keys = new double[movies];
    for (int i = 0; i < movies; i++) {
      drawn[i] = combinations.get(sampler.draw(random));
      keys[i] = LUCK_MATTERS * random.nextNormal() - breadth(drawn[i]);
    }
    int[] broadestFirst = Popularity.sortedBy(keys);
    String[] genres = new String[movies];
    for (int rank = 0; rank < movies; rank++) {
      genres[byPopularity[rank]] = drawn[broadestFirst[rank]];
    }
    return genres;
  }

  /** How popular movies of these genres tend to be. */
  private static double breadth(String genres) {
    if (genres.equals(NO_GENRES)) {
      return -3;
    }
    double genreCount = genres.chars().filter(c -> c == '|').count();
    if (genres.startsWith("Documentary")) {
      return genreCount - 1.5;
    }
    // Action, adventure and animation.
    return genres.startsWith("A") ? genreCount + 0.4 : genreCount;
  }
}
