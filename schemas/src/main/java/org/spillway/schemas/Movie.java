package org.spillway.schemas;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A movie of the catalog: the three columns of {@code movies.csv}, and what the setup spec (section
 * 2) derives from them.
 *
 * <p>Immutable. Two movies are equal when their three columns are.
 */
public final class Movie {

  /** The genre of a movie whose genres are missing, as MovieLens itself writes it. */
  public static final String NO_GENRES = "(no genres listed)";

  private static final int YEAR_LENGTH = "(1995)".length();

  private final int movieId;
  private final @Nullable String title;
  private final Genres genres;

  /**
   * What follows from the title, once somebody has asked for it: most copies that a runner makes of
   * a movie are never asked. Two threads may both work it out; they find the same.
   */
  private @Nullable Derived derived;

  private record Derived(@Nullable String cleanTitle, @Nullable Integer releaseYear) {}

  private Movie(int movieId, @Nullable String title, Genres genres) {
    this.movieId = movieId;
    this.title = title;
    this.genres = genres;
  }

  /**
   * A movie as the catalog's file has it.
   *
   * @param title with the spaces it has in the file; null if it is missing
   * @param genres names separated by {@code |}; null if they are missing
   */
  public static Movie of(int movieId, @Nullable String title, @Nullable String genres) {
    return new Movie(movieId, title, Genres.of(genres));
  }

  /** The movie's id, at least 1. */
  public int movieId() {
    return movieId;
  }

  /** The title as in the file. */
  public @Nullable String title() {
    return title;
  }

  /** The title without a year in parentheses at its end, and without the spaces around that. */
  public @Nullable String cleanTitle() {
    return derived().cleanTitle;
  }

  /** The genres as in the file, separated by {@code |}. */
  public @Nullable String genres() {
    return genres.text;
  }

  /** The genres in the file's order; {@link #NO_GENRES} alone if they are missing. */
  public List<String> genreList() {
    return genres.list;
  }

  /** The first of the genres. */
  public String primaryGenre() {
    return genreList().get(0);
  }

  /** The number of genres, at least 1. */
  public int genreCount() {
    return genreList().size();
  }

  /** The year in parentheses at the title's end, or null. */
  public @Nullable Integer releaseYear() {
    return derived().releaseYear;
  }

  private Derived derived() {
    Derived known = derived;
    if (known == null) {
      known = derive(title);
      derived = known;
    }
    return known;
  }

  private static Derived derive(@Nullable String title) {
    int year = title == null ? -1 : yearStart(title);
    if (title == null || year < 0) {
      return new Derived(title, null);
    }
    return new Derived(
        title.substring(0, WhiteSpace.endWithout(title, year)),
        Integer.valueOf(title.substring(year + 1, year + YEAR_LENGTH - 1)));
  }

  /** Where {@code (dddd)}, followed by nothing but white space, begins in the title; or -1. */
  private static int yearStart(String title) {
    int end = WhiteSpace.endWithout(title, title.length());
    int start = end - YEAR_LENGTH;
    if (start < 0 || title.charAt(start) != '(' || title.charAt(end - 1) != ')') {
      return -1;
    }
    for (int i = start + 1; i < end - 1; i++) {
      if (!Character.isDigit(title.charAt(i))) {
        return -1;
      }
    }
    return start;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Movie that
        && movieId == that.movieId
        && Objects.equals(title, that.title)
        && Objects.equals(genres.text, that.genres.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(movieId, title, genres.text);
  }

  @Override
  public String toString() {
    return "Movie{" + movieId + ", " + title + ", " + genres.text + "}";
  }
}
