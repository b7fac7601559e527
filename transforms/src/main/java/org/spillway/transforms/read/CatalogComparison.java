package org.spillway.transforms.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Link;
import org.spillway.schemas.Movie;

/**
 * Whether an archive has the same movies, or links, as the first one. The order of rows may differ;
 * a row that only one of them has may not, since then a movie would be known or not by where the
 * rating is.
 */
final class CatalogComparison {

  private CatalogComparison() {}

  /** Compares two catalogs, each the one element of its list. */
  static void ofMovies(String first, Iterable<Catalog> expected, Place place, List<Catalog> found) {
    Catalog catalog = expected.iterator().next();
    Catalog other = found.get(0);
    for (Movie movie : catalog.movies()) {
      Movie here = other.find(movie.movieId());
      if (here == null) {
        throw missing(first, place, movie.movieId());
      }
      check(first, place, movie.movieId(), "title", movie.title(), here.title());
      check(first, place, movie.movieId(), "genres", movie.genres(), here.genres());
    }
    for (Movie movie : other.movies()) {
      if (catalog.find(movie.movieId()) == null) {
        throw added(first, place, movie.movieId());
      }
    }
  }

  /** Compares links; a movie may have several, in the same order. */
  static void ofLinks(
      String first, Iterable<Batch<Link>> expected, Place place, List<Batch<Link>> found) {
    Map<Integer, List<Link>> links = byMovie(expected);
    Map<Integer, List<Link>> others = byMovie(found);
    for (Map.Entry<Integer, List<Link>> entry : links.entrySet()) {
      int movieId = entry.getKey();
      List<Link> rows = entry.getValue();
      List<Link> here = others.getOrDefault(movieId, List.of());
      if (here.isEmpty()) {
        throw missing(first, place, movieId);
      }
      for (int i = 0; i < Math.min(rows.size(), here.size()); i++) {
        check(first, place, movieId, "imdbId", rows.get(i).imdbId(), here.get(i).imdbId());
        check(first, place, movieId, "tmdbId", rows.get(i).tmdbId(), here.get(i).tmdbId());
      }
      if (rows.size() != here.size()) {
        String expectedRows = String.valueOf(rows.size());
        throw differs(first, place, movieId, "rows", expectedRows, String.valueOf(here.size()));
      }
    }
    for (int movieId : others.keySet()) {
      if (!links.containsKey(movieId)) {
        throw added(first, place, movieId);
      }
    }
  }

  /** The rows of each movie, both in the order of the file. */
  private static Map<Integer, List<Link>> byMovie(Iterable<Batch<Link>> batches) {
    List<Batch<Link>> inFileOrder = new ArrayList<>();
    batches.forEach(inFileOrder::add);
    inFileOrder.sort(Comparator.comparingLong(Batch::position));
    Map<Integer, List<Link>> byMovie = new LinkedHashMap<>();
    for (Batch<Link> batch : inFileOrder) {
      for (Link link : batch.rows()) {
        byMovie.computeIfAbsent(link.movieId(), id -> new ArrayList<>(1)).add(link);
      }
    }
    return byMovie;
  }

  private static void check(
      String first,
      Place place,
      int movieId,
      String column,
      @Nullable String expected,
      @Nullable String found) {
    if (!Objects.equals(expected, found)) {
      throw differs(first, place, movieId, column, shown(expected), shown(found));
    }
  }

  private static BadInputException missing(String first, Place place, int movieId) {
    return differs(first, place, movieId, "rows", "some", "none");
  }

  private static BadInputException added(String first, Place place, int movieId) {
    return differs(first, place, movieId, "rows", "none", "some");
  }

  private static BadInputException differs(
      String first, Place place, int movieId, String what, String expected, String found) {
    return new BadInputException(
        InputFault.CATALOGS_DIFFER,
        place,
        "movie " + movieId + " differs from that in " + Excerpt.whole(first) + ": " + what,
        expected,
        found);
  }

  private static String shown(@Nullable String cell) {
    return cell == null ? "none" : Excerpt.quoted(cell);
  }
}
