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
  static final String NO_GENRES = "(no genres listed)";

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

  String draw(RandomStream random) {
    return combinations.get(sampler.draw(random));
  }
}
