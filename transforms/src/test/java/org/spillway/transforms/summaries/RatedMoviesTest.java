package org.spillway.transforms.summaries;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.Movie;

class RatedMoviesTest {
  private static final Movie HEAT = Movie.of(6, "Heat (1995)", "Action|Crime");
  private static final Movie SABRINA = Movie.of(7, null, null);

  @Test
  void spreadsAMoviesRatingsOverItsGenres() {
    RatedMovies movies = new RatedMovies();
    movies.add(1, 6, HEAT, 7, false);
    movies.add(2, 6, HEAT, 10, true);
    movies.add(2, 8, Movie.of(8, "Tom and Huck", "Crime"), 2, false);

    assertThat(movies.byGenre().keySet(), is(Set.of("Action", "Crime")));
    GroupTally crime = movies.byGenre().get("Crime");
    assertThat(crime.ratings(), is(3L));
    assertThat(crime.movies(), is(2L));
    assertThat(crime.meanRating(), is(19 / 6.0));
    assertThat(crime.likedRate(), is(1 / 3.0));
    assertThat(movies.byGenre().get("Action").ratings(), is(2L));
    assertThat(movies.primaryGenres(), is(2L));
  }

  @Test
  void knowsWhatTheCatalogLacks() {
    RatedMovies movies = new RatedMovies();
    movies.add(1, 6, HEAT, 7, false);
    movies.add(1, 7, SABRINA, 7, false);
    movies.add(1, 9, null, 7, false);
    movies.add(2, 9, null, 7, false);

    assertThat(movies.size(), is(3));
    assertThat(movies.ratingsWithoutTitle(), is(3L));
    assertThat(movies.ratingsOfUnknown(), is(2L));
    assertThat(movies.byGenre().keySet(), is(Set.of("Action", "Crime", Movie.NO_GENRES)));
  }

  @Test
  void aSecondRatingByTheSameUserIsNotTheFirst() {
    RatedMovies movies = new RatedMovies();

    assertThat(movies.add(1, 6, HEAT, 7, false), is(true));
    assertThat(movies.add(1, 7, SABRINA, 7, false), is(true));
    assertThat(movies.add(1, 6, HEAT, 7, false), is(false));
    assertThat(movies.add(2, 6, HEAT, 7, false), is(true));
  }

  @Test
  void moviesDifferInEveryFigure() {
    assertThat(with(6, HEAT, 7, true), is(with(6, HEAT, 7, true)));
    assertThat(with(6, HEAT, 7, true), is(not(new RatedMovies())));
    assertThat(with(6, HEAT, 7, true), is(not(with(5, HEAT, 7, true))));
    assertThat(with(6, HEAT, 7, true), is(not(with(6, null, 7, true))));
    assertThat(
        with(6, HEAT, 7, true), is(not(with(6, Movie.of(6, null, "Action|Crime"), 7, true))));
    assertThat(with(6, HEAT, 7, true), is(not(with(6, HEAT, 8, true))));
    assertThat(with(6, HEAT, 7, true), is(not(with(6, HEAT, 7, false))));
  }

  private static RatedMovies with(int movieId, Movie movie, int halfStars, boolean isLiked) {
    RatedMovies movies = new RatedMovies();
    movies.add(1, movieId, movie, halfStars, isLiked);
    return movies;
  }
}
