package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SummaryTable;

class GenreOrderTest {
  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              Movie.of(1, "a", "Action|Comedy|War"),
              Movie.of(2, "b", "Adventure|Romance|IMAX"),
              Movie.of(3, "c", "War"),
              Movie.of(4, "d", null)));

  @Test
  void onlyMoviesWithSeveralGenresCount() {
    assertThat(
        GenreOrder.summary(CATALOG),
        is(
            SummaryTable.metrics("genre_order")
                .row("multi_genre_movies", 2)
                .row("alphabetical_multi_genre_movies", 1)
                .row("alphabetical_share", 0.5)
                .build()));
  }

  @Test
  void eachGenresShareOfPrimaryMovies() {
    assertThat(
        GenreOrder.shares(CATALOG),
        is(
            SummaryTable.builder(
                    "genre_primary_share", "genre", "movies", "primary_movies", "primary_share")
                .row("(no genres listed)", 1, 1, 1.0)
                .row("Action", 1, 1, 1.0)
                .row("Adventure", 1, 1, 1.0)
                .row("Comedy", 1, 0, 0.0)
                .row("IMAX", 1, 0, 0.0)
                .row("Romance", 1, 0, 0.0)
                .row("War", 2, 1, 0.5)
                .build()));
  }

  @Test
  void anEmptyCatalogHasNoShare() {
    assertThat(
        GenreOrder.summary(Catalog.of(List.of())).metric("alphabetical_share") == null, is(true));
  }
}
