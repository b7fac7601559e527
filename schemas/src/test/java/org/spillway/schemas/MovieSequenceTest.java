package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovieSequenceTest {

  @Test
  void keepsMoviesThatAreUnknownOrBareOrLikeOthers() {
    List<Movie> movies =
        Arrays.asList(
            Movie.of(Integer.MAX_VALUE, "", ""),
            Movie.of(1, Examples.ODD_TEXT, "Drama"),
            null,
            Movie.of(9, null, "War|Drama"),
            Examples.BARE_MOVIE,
            Movie.of(2, "A title", "Drama"),
            Movie.of(2, "A title", ""),
            Movie.of(3, "A title", "War|Drama"));

    assertThat(copyOf(movies), is(movies));
  }

  @Test
  void genresThatRepeatTakeAByte() {
    String genres = "Adventure|Animation|Children|Comedy|Fantasy";
    Movie first = Movie.of(1, "One", genres);
    Movie second = Movie.of(2, "Two", genres);

    int one = encoded(List.of(first)).length;
    int both = encoded(List.of(first, second)).length;

    // A byte each for the genres, that there is a title, and its length.
    assertThat(both - one, is(3 + "Two".length()));
  }

  @Test
  void aNumberOfNoTextIsRefused() {
    byte[] bytes = encoded(List.of(Movie.of(1, "One", "Drama")));
    bytes[0]++;

    MovieSequence.Reader reader = new MovieSequence.Reader(new WireInput(bytes));

    assertThrows(IndexOutOfBoundsException.class, () -> reader.next(1));
  }

  private static byte[] encoded(List<Movie> movies) {
    WireOutput out = new WireOutput(16);
    MovieSequence.Writer writer = new MovieSequence.Writer(out);
    movies.forEach(writer::put);
    return Arrays.copyOf(out.bytes(), out.size());
  }

  private static List<Movie> copyOf(List<Movie> movies) {
    MovieSequence.Reader reader = new MovieSequence.Reader(new WireInput(encoded(movies)));
    List<Movie> copies = new ArrayList<>();
    for (Movie movie : movies) {
      copies.add(reader.next(movie == null ? 4 : movie.movieId()));
    }
    return copies;
  }
}
