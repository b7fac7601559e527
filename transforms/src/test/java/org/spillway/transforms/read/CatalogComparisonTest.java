package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Link;
import org.spillway.schemas.Movie;

class CatalogComparisonTest {
  private static final Place MOVIES = Place.ofArchive("b.zip").entry("ml/movies.csv");
  private static final Place LINKS = Place.ofArchive("b.zip").entry("ml/links.csv");
  private static final Movie HEAT = Movie.of(6, "Heat (1995)", "Action|Crime");
  private static final Movie SABRINA = Movie.of(7, "Sabrina (1995)", null);
  private static final Link ONE = new Link(1, "0114709", "862");
  private static final Link TWO = new Link(2, "0113497", null);

  @Test
  void theSameMoviesInAnotherOrder() {
    movies(List.of(HEAT, SABRINA), List.of(SABRINA, HEAT));
  }

  @Test
  void anotherTitleOrAnotherGenre() {
    refusesMovies(
        List.of(HEAT, SABRINA),
        List.of(HEAT, Movie.of(7, "Sabrina", null)),
        "movie 7 differs from that in a.zip: title; expected 'Sabrina (1995)', found 'Sabrina'");
    refusesMovies(
        List.of(SABRINA),
        List.of(Movie.of(7, "Sabrina (1995)", "Drama")),
        "movie 7 differs from that in a.zip: genres; expected none, found 'Drama'");
  }

  @Test
  void aMovieThatOnlyOneHas() {
    refusesMovies(
        List.of(HEAT, SABRINA),
        List.of(HEAT),
        "movie 7 differs from that in a.zip: rows; expected some, found none");
    refusesMovies(
        List.of(HEAT),
        List.of(HEAT, SABRINA),
        "movie 7 differs from that in a.zip: rows; expected none, found some");
  }

  @Test
  void theSameLinksInOtherBatches() {
    links(
        List.of(new Batch<>(0, List.of(ONE, TWO, ONE))),
        List.of(new Batch<>(1, List.of(ONE, ONE)), new Batch<>(0, List.of(TWO))));
  }

  @Test
  void anotherLink() {
    refusesLinks(
        List.of(ONE, TWO),
        List.of(ONE, new Link(2, "0113497", "11860")),
        "movie 2 differs from that in a.zip: tmdbId; expected none, found '11860'");
    refusesLinks(
        List.of(ONE),
        List.of(new Link(1, "114709", "862")),
        "movie 1 differs from that in a.zip: imdbId; expected '0114709', found '114709'");
  }

  @Test
  void linksThatOnlyOneHas() {
    refusesLinks(
        List.of(ONE, TWO),
        List.of(TWO),
        "movie 1 differs from that in a.zip: rows; expected some, found none");
    refusesLinks(
        List.of(TWO),
        List.of(ONE, TWO),
        "movie 1 differs from that in a.zip: rows; expected none, found some");
    refusesLinks(
        List.of(ONE, ONE),
        List.of(ONE),
        "movie 1 differs from that in a.zip: rows; expected 2, found 1");
  }

  private static void movies(List<Movie> expected, List<Movie> found) {
    CatalogComparison.ofMovies(
        "a.zip", List.of(Catalog.of(expected)), MOVIES, List.of(Catalog.of(found)));
  }

  private static void links(List<Batch<Link>> expected, List<Batch<Link>> found) {
    CatalogComparison.ofLinks("a.zip", expected, LINKS, found);
  }

  private static void refusesMovies(List<Movie> expected, List<Movie> found, String message) {
    refuses(() -> movies(expected, found), "INPUT-032 b.zip!ml/movies.csv: " + message);
  }

  private static void refusesLinks(List<Link> expected, List<Link> found, String message) {
    refuses(
        () -> links(List.of(new Batch<>(0, expected)), List.of(new Batch<>(0, found))),
        "INPUT-032 b.zip!ml/links.csv: " + message);
  }

  private static void refuses(Runnable comparison, String message) {
    BadInputException refused = assertThrows(BadInputException.class, comparison::run);

    assertThat(
        refused.getMessage(),
        is(message + "; give each archive of the data set the same movies.csv and links.csv"));
  }
}
