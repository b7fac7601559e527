package org.spillway.transforms.summaries;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SummaryTable;

/**
 * How far the primary genre is an artefact: where genres are listed by the alphabet, the first of
 * them says nothing about which of them matters, and a cluster by primary genre is a cluster by
 * initial letter.
 */
final class GenreOrder {

  private GenreOrder() {}

  /** The table genre_order: how many of the movies with several genres list them alphabetically. */
  static SummaryTable summary(Catalog catalog) {
    List<List<String>> several =
        catalog.movies().stream()
            .map(Movie::genreList)
            .filter(genres -> genres.size() > 1)
            .toList();
    long alphabetical = several.stream().filter(GenreOrder::isAlphabetical).count();
    return SummaryTable.metrics("genre_order")
        .row("multi_genre_movies", several.size())
        .row("alphabetical_multi_genre_movies", alphabetical)
        .row(
            "alphabetical_share",
            several.isEmpty() ? null : (Double) ((double) alphabetical / several.size()))
        .build();
  }

  /**
   * The table genre_primary_share: for each genre its movies, those of them that have it as primary
   * genre, and the share of these. By genre.
   */
  static SummaryTable shares(Catalog catalog) {
    SortedMap<String, long[]> counts = new TreeMap<>();
    for (Movie movie : catalog.movies()) {
      for (String genre : movie.genreList()) {
        counts.computeIfAbsent(genre, name -> new long[2])[0]++;
      }
      counts.get(movie.primaryGenre())[1]++;
    }
    SummaryTable.Builder table =
        SummaryTable.builder(
            "genre_primary_share", "genre", "movies", "primary_movies", "primary_share");
    counts.forEach(
        (genre, count) -> table.row(genre, count[0], count[1], (double) count[1] / count[0]));
    return table.build();
  }

  private static boolean isAlphabetical(List<String> genres) {
    for (int i = 1; i < genres.size(); i++) {
      if (genres.get(i - 1).compareTo(genres.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }
}
