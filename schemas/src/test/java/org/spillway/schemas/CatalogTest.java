package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final Movie HEAT = Movie.of(6, "Heat (1995)", "Action|Crime|Thriller");

  @Test
  void findsMoviesByIdAndKeepsTheirOrder() {
    Catalog catalog = Catalog.of(List.of(HEAT, Examples.TOY_STORY));

    assertThat(catalog.size(), is(2));
    assertThat(catalog.movies(), is(List.of(HEAT, Examples.TOY_STORY)));
    assertThat(catalog.find(6), is(sameInstance(HEAT)));
    assertThat(catalog.find(1), is(sameInstance(Examples.TOY_STORY)));
    assertThat(catalog.find(2), is(nullValue()));
    assertThat(catalog.find(0), is(nullValue()));
  }

  @Test
  void aMovieThatOccursTwiceIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Catalog.of(List.of(HEAT, Examples.TOY_STORY, Movie.of(6, null, null))));

    assertThat(
        e.getMessage(), is("each movie must occur once in a catalog, but movieId 6 occurs twice"));
  }

  @Test
  void copiesItsMovies() {
    List<Movie> movies = new ArrayList<>(List.of(HEAT));
    Catalog catalog = Catalog.of(movies);
    movies.clear();

    assertThat(catalog.movies(), is(List.of(HEAT)));
    assertThat(catalog, is(not(Catalog.of(List.of()))));
  }
}
