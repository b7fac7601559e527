package org.spillway.schemas;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovieTest {

  @Test
  void aTitleEndsWithItsYear() {
    assertTitle("Toy Story (1995)", "Toy Story", 1995);
    assertTitle("\"Great Performances\" Cats (1998)", "\"Great Performances\" Cats", 1998);
    assertTitle("11'09\"01 - September 11 (2002)", "11'09\"01 - September 11", 2002);
    assertTitle("2001: A Space Odyssey (1968)", "2001: A Space Odyssey", 1968);
    assertTitle("Title(1995)", "Title", 1995);
    assertTitle("(1995)", "", 1995);
    assertTitle(" \u00A0 (1995) ", "", 1995);
    assertTitle("Year Zero (0000)", "Year Zero", 0);
  }

  @Test
  void onlyTheLastOfTwoYearsIsTaken() {
    assertTitle("Don Quixote (1973) (1973)", "Don Quixote (1973)", 1973);
    assertTitle("Name (1999)(2001)", "Name (1999)", 2001);
  }

  @Test
  void unicodeWhiteSpaceAroundTheYearGoes() {
    assertTitle("No-break\u00A0(2005)", "No-break", 2005);
    assertTitle("No-break (2005)\u00A0", "No-break", 2005);
    assertTitle("Trailing (1987)   ", "Trailing", 1987);
    assertTitle("Lines\r\n(1987)\r\n", "Lines", 1987);
    assertTitle("Many \t\u3000\u2003\u2028 (1987)\u001F\u0085", "Many", 1987);
    assertTitle("  Leading stays (1987)", "  Leading stays", 1987);
  }

  @Test
  void zeroWidthSpaceIsNoWhiteSpace() {
    assertTitle("Zero\u200B(1999)", "Zero\u200B", 1999);
    assertNoYear("Zero (1999)\u200B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(199",
        "Babylon 5",
        "Irwin & Fran 2013",
        "Death Note: Desu n\u00F4to (2006\u20132007)",
        "Terrible Joe Moran (1983))",
        "The Naked Truth (1957) (Your Past Is Showing)",
        "Short (199)",
        "Long (19955)",
        "Inner space (1995 )",
        "Hex (199A)",
        "Square [1995]",
        "Half (1995",
        "Other half 1995)",
        "No year, but spaces at the end  "
      })
  void aTitleWithoutAYearAtItsEndStaysAsItIs(String title) {
    assertNoYear(title);
  }

  @Test
  void genresKeepTheOrderOfTheFile() {
    Movie movie = Movie.of(1, "Polar Express", "Adventure|Romance|IMAX");

    assertThat(movie.genreList(), is(List.of("Adventure", "Romance", "IMAX")));
    assertThat(movie.genreCount(), is(3));
    assertThat(movie.primaryGenre(), is("Adventure"));
    assertThat(movie.genres(), is("Adventure|Romance|IMAX"));
  }

  @Test
  void genresAreSplitAtEveryBar() {
    assertThat(Movie.of(1, "T", "Drama").genreList(), is(List.of("Drama")));
    assertThat(Movie.of(1, "T", "|Drama||").genreList(), is(List.of("", "Drama", "", "")));
    assertThat(Movie.of(1, "T", Movie.NO_GENRES).genreList(), is(List.of("(no genres listed)")));
  }

  @Test
  void missingGenresAreTheGenreOfNone() {
    Movie movie = Movie.of(1, "Toy Story (1995)", null);

    assertThat(movie.genres(), is(nullValue()));
    assertThat(movie.genreList(), is(List.of("(no genres listed)")));
    assertThat(movie.genreCount(), is(1));
    assertThat(movie.primaryGenre(), is("(no genres listed)"));
    assertThat(movie.releaseYear(), is(1995));
  }

  @Test
  void aMissingTitleHasNoYear() {
    Movie movie = Movie.of(5, null, "Drama");

    assertThat(movie.movieId(), is(5));
    assertThat(movie.title(), is(nullValue()));
    assertThat(movie.cleanTitle(), is(nullValue()));
    assertThat(movie.releaseYear(), is(nullValue()));
    assertThat(movie.primaryGenre(), is("Drama"));
  }

  private static void assertTitle(String title, String cleanTitle, int year) {
    Movie movie = Movie.of(1, title, "Drama");
    assertThat(movie.title(), is(title));
    assertThat(movie.cleanTitle(), is(cleanTitle));
    assertThat(movie.releaseYear(), is(year));
  }

  private static void assertNoYear(String title) {
    Movie movie = Movie.of(1, title, "Drama");
    assertThat(movie.title(), is(title));
    assertThat(movie.cleanTitle(), is(title));
    assertThat(movie.releaseYear(), is(nullValue()));
  }
}
