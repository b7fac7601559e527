package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.schemas.Movie;
import org.spillway.schemas.RejectedRow;

/** The policy for bad CSVs, row by row. */
class CsvPolicyTest {
  private static final String RATINGS = "userId,movieId,rating,timestamp\n";
  private static final String MOVIES = "movieId,title,genres\n";
  private static final String GOOD_ROW = "1,17,4.0,944249077";
  private static final String GOOD = "1,17,8,944249077";

  @TempDir Path folder;

  static Stream<Arguments> acceptedFiles() {
    return Stream.of(
        arguments(
            "mark, CRLF", "\uFEFFuserId,movieId,rating,timestamp\r\n" + GOOD_ROW + "\r\n", 2, 0, 1),
        arguments("LF", RATINGS + GOOD_ROW + "\n", 0, 2, 0),
        arguments("mix", RATINGS + GOOD_ROW + "\r\n", 1, 1, 0),
        arguments("no newline at the end", RATINGS + GOOD_ROW, 0, 1, 0),
        arguments("CR at the end", RATINGS + GOOD_ROW + "\r", 0, 1, 0),
        arguments("empty lines at the end", RATINGS + GOOD_ROW + "\n\r\n\n", 1, 3, 0),
        arguments("quoted header", "\"userId\",movieId,rating,timestamp\n" + GOOD_ROW, 0, 1, 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("acceptedFiles")
  void acceptsLineEndsOfEveryKind(String name, String csv, long crlf, long lf, long mark)
      throws IOException {
    Reading<String> reading = Reading.ratingsOf(folder, bytes(csv));

    assertThat(name, reading.rows(), contains(GOOD));
    assertThat(reading.report().read(), is(1L));
    assertThat(figure(reading, EntryFigures.LINES_ENDING_IN_CRLF), is(crlf));
    assertThat(figure(reading, EntryFigures.LINES_ENDING_IN_LF), is(lf));
    assertThat(figure(reading, EntryFigures.HAS_BYTE_ORDER_MARK), is(mark));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("acceptedFiles")
  void acceptsLineEndsOfEveryKindInMovies(String name, String csv, long crlf, long lf, long mark)
      throws IOException {
    String movies =
        csv.replaceFirst("\"?userId\"?,movieId,rating,timestamp", "\"movieId\",title,genres")
            .replaceFirst(GOOD_ROW, "7,Heat,Drama");

    Reading<Movie> reading = Reading.moviesOf(folder, bytes(movies));

    assertThat(name, reading.rows(), contains(Movie.of(7, "Heat", "Drama")));
    assertThat(figure(reading, EntryFigures.LINES_ENDING_IN_CRLF), is(crlf));
    assertThat(figure(reading, EntryFigures.LINES_ENDING_IN_LF), is(lf));
    assertThat(figure(reading, EntryFigures.HAS_BYTE_ORDER_MARK), is(mark));
  }

  static Stream<Arguments> refusedFiles() {
    return Stream.of(
        arguments(
            "missing column",
            "userId,movieId,stars,timestamp\n" + GOOD_ROW,
            "INPUT-027 %s!ml/ratings.csv:1:rating: no column rating; expected the columns"
                + " userId,movieId,rating,timestamp, found the header"
                + " 'userId,movieId,stars,timestamp'; add it, or correct its name in the header"),
        arguments(
            "repeated column",
            "userId,movieId,rating,timestamp,rating\n" + GOOD_ROW + ",3.5",
            "INPUT-028 %s!ml/ratings.csv:1:rating: the column 'rating' occurs twice; expected each"
                + " column once, found the header 'userId,movieId,rating,timestamp,rating'; leave"
                + " one of them in the file"),
        arguments(
            "no header",
            GOOD_ROW + "\n" + GOOD_ROW + "\n",
            "INPUT-027 %s!ml/ratings.csv:1:userId: no column userId, movieId, rating, timestamp;"
                + " expected the columns userId,movieId,rating,timestamp, found the header '"
                + GOOD_ROW
                + "'; add it, or correct its name in the header"),
        arguments(
            "no header, with a number twice",
            "7,7,4.0,944249077\n",
            "INPUT-027 %s!ml/ratings.csv:1:userId: no column userId, movieId, rating, timestamp;"
                + " expected the columns userId,movieId,rating,timestamp, found the header"
                + " '7,7,4.0,944249077'; add it, or correct its name in the header"),
        arguments(
            "empty file",
            "",
            "INPUT-025 %s!ml/ratings.csv: no data; expected rows of ratings, found an empty file;"
                + " check how the archive was made"),
        arguments(
            "header only",
            RATINGS + "\n\n",
            "INPUT-025 %s!ml/ratings.csv: no data; expected rows of ratings, found only a header;"
                + " check how the archive was made"),
        arguments(
            "empty line first",
            "\n" + RATINGS + GOOD_ROW,
            "INPUT-025 %s!ml/ratings.csv: no data; expected a header, found an empty line; check"
                + " how the archive was made"),
        arguments(
            "header with a NUL",
            "userId\0\n" + GOOD_ROW,
            "INPUT-026 %s!ml/ratings.csv:1: the header is unreadable; expected the columns"
                + " userId,movieId,rating,timestamp, found a NUL byte; check"
                + " that the file is a CSV with a header"),
        arguments(
            "one long line",
            "1".repeat(1 << 21),
            "INPUT-026 %s!ml/ratings.csv:1: the header is unreadable; expected the columns"
                + " userId,movieId,rating,timestamp, found a line of over 1048576 bytes; check that"
                + " the file is a CSV with a header"),
        arguments(
            "CR alone",
            "userId,movieId,rating,timestamp\r1,17,4.0,944249077\r",
            "INPUT-026 %s!ml/ratings.csv:1: the header is unreadable; expected the columns"
                + " userId,movieId,rating,timestamp, found a line that ends in CR alone: save the"
                + " file with LF or CRLF; check that the file is a CSV with a header"),
        arguments(
            "CR alone, long",
            "userId,movieId,rating,timestamp\r" + "1,17,4.0,944249077\r".repeat(100_000),
            "INPUT-026 %s!ml/ratings.csv:1: the header is unreadable; expected the columns"
                + " userId,movieId,rating,timestamp, found a line that ends in CR alone: save the"
                + " file with LF or CRLF; check that the file is a CSV with a header"),
        arguments(
            "milliseconds",
            RATINGS + GOOD_ROW + "\n1,18,4.0,944249077000\n1,19,4.0,944249077000\n",
            "INPUT-030 %s!ml/ratings.csv: the timestamps look like milliseconds; expected"
                + " seconds since 1970, found 2 of 3 rows a thousand times larger; divide them by"
                + " 1000"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedFiles")
  void refuses(String name, String csv, String message) {
    BadInputException e =
        assertThrows(BadInputException.class, () -> Reading.ratingsOf(folder, bytes(csv)), name);

    assertThat(e.getMessage(), is(message.replace("%s", folder.resolve("test.zip").toString())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void refusesOtherEncodingsByName(String charset) {
    byte[] csv = (MOVIES + "7,Heat,Drama\n").getBytes(Charset.forName(charset));
    String ratings = RATINGS + GOOD_ROW;

    BadInputException e =
        assertThrows(BadInputException.class, () -> Reading.moviesOf(folder, csv));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-026 "
                + folder.resolve("test.zip")
                + "!ml/movies.csv:1: the header is unreadable; expected the columns"
                + " movieId,title,genres, found what looks like UTF-16: save the file as UTF-8;"
                + " check that the file is a CSV with a header"));
    byte[] ratingsCsv = ratings.getBytes(Charset.forName(charset));
    assertThat(
        assertThrows(BadInputException.class, () -> Reading.ratingsOf(folder, ratingsCsv)).fault(),
        is(InputFault.HEADER_UNREADABLE));
  }

  @Test
  void refusesAHeaderWhoseQuoteDoesNotCloseOnItsLine() {
    String csv = "movieId,title,genres,\"note\n1,Heat,Drama,\n2,M,\",\n3,M,,\n";

    BadInputException e =
        assertThrows(BadInputException.class, () -> Reading.moviesOf(folder, bytes(csv)));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-026 "
                + folder.resolve("test.zip")
                + "!ml/movies.csv:1: the header is unreadable; expected the columns"
                + " movieId,title,genres, found a quote that does not close on the same line;"
                + " check that the file is a CSV with a header"));
  }

  @Test
  void cutsTheNamesOfColumns() {
    String name = "n".repeat(1000) + "\u202E";

    BadInputException e =
        assertThrows(
            BadInputException.class,
            () ->
                Reading.moviesOf(
                    folder, bytes("movieId,title,genres," + name + "," + name + "\n")));

    String shown = "n".repeat(80) + "…" + "n".repeat(119) + "\\u202E";
    assertThat(
        e.getMessage(),
        is(
            "INPUT-028 "
                + folder.resolve("test.zip")
                + "!ml/movies.csv:1:"
                + shown
                + ": the column '"
                + "n".repeat(60)
                + "…' occurs twice; expected each column once, found the header"
                + " 'movieId,title,genres,"
                + "n".repeat(39)
                + "…'; leave one of them in the file"));
  }

  @Test
  void acceptsMoviesWithAHeaderOnly() throws IOException {
    assertThat(Reading.moviesOf(folder, bytes(MOVIES)).rows(), is(List.of()));
  }

  @Test
  void refusesMoviesOfNoBytes() {
    BadInputException e =
        assertThrows(BadInputException.class, () -> Reading.moviesOf(folder, bytes("")));

    assertThat(e.fault(), is(InputFault.NO_DATA));
  }

  @Test
  void findsReorderedAndFurtherColumnsByName() throws IOException {
    Reading<String> reading =
        Reading.ratingsOf(
            folder,
            bytes("timestamp,rating,note,movieId,userId\n944249077,4.0,a b,17,1\r\n0,1,,2,3\n"));

    assertThat(reading.rows(), contains(GOOD, "3,2,2,0"));
    assertThat(figure(reading, EntryFigures.EXTRA_COLUMNS), is(1L));
    assertThat(figure(reading, EntryFigures.HAS_REORDERED_COLUMNS), is(1L));
  }

  @Test
  void countsReorderedAndFurtherColumnsOfMovies() throws IOException {
    Reading<Movie> reading =
        Reading.moviesOf(folder, bytes("title,note,movieId,genres\nHeat,,7,Drama\n"));

    assertThat(reading.rows(), contains(Movie.of(7, "Heat", "Drama")));
    assertThat(figure(reading, EntryFigures.EXTRA_COLUMNS), is(1L));
    assertThat(figure(reading, EntryFigures.HAS_REORDERED_COLUMNS), is(1L));
  }

  @Test
  void refusesAHeaderOfMoviesOfOverOneMebibyte() {
    byte[] csv = bytes("x".repeat((1 << 20) + 1) + "\n7,Heat,Drama\n");

    BadInputException e =
        assertThrows(BadInputException.class, () -> Reading.moviesOf(folder, csv));

    assertThat(
        e.getMessage(),
        containsString(
            "the header is unreadable; expected the columns movieId,title,genres, found a line of"
                + " over 1048576 bytes;"));
  }

  /** Its quotes are where they must be: nothing is read anew. */
  @Test
  void aRowOfSeveralLinesWithAWrongNumberIsOneRow() throws IOException {
    Reading<Movie> reading =
        Reading.moviesOf(folder, bytes(MOVIES + "0,\"Hea\nt\",Drama\n8,x,y\n"));

    assertThat(reading.rows(), contains(Movie.of(8, "x", "y")));
    assertThat(
        reading.rejected().stream().map(RejectedRow::reason).toList(),
        contains("expected a whole number from 1 to 2147483647, found '0'"));
  }

  /** Rows of these look as usual. */
  @Test
  void takesNoCellForAnothersInAHeaderOfTheUsualLength() throws IOException {
    Reading<String> reading =
        Reading.ratingsOf(folder, bytes("movieId,userId,rating,timestamp\n17,1,4.0,944249077\n"));

    assertThat(reading.rows(), contains(GOOD));
  }

  @Test
  void rejectsAUsualRowIfTheHeaderHasFurtherColumns() throws IOException {
    Reading<String> reading =
        Reading.ratingsOf(
            folder,
            bytes("userId,movieId,rating,timestamp,note\n" + GOOD_ROW + "\n" + GOOD_ROW + ",\n"));

    assertThat(reading.rows(), contains(GOOD));
    assertThat(
        reading.rejected().stream().map(RejectedRow::reason).toList(),
        contains("expected 5 cells, found 4"));
  }

  @Test
  void acceptsQuotedNewlinesInMovies() throws IOException {
    Reading<Movie> reading =
        Reading.moviesOf(
            folder, bytes(MOVIES + "7,\"Hea\r\nt, \"\"the\nmovie\"\"\",Drama\r\n8,,\n"));

    assertThat(
        reading.rows(),
        contains(Movie.of(7, "Hea\r\nt, \"the\nmovie\"", "Drama"), Movie.of(8, null, null)));
    assertThat(figure(reading, EntryFigures.LINES_ENDING_IN_CRLF), is(1L));
    assertThat(figure(reading, EntryFigures.LINES_ENDING_IN_LF), is(2L));
  }

  @Test
  void refusesAQuoteThatNeverClosesWithTheLineOfTheQuote() {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () ->
                Reading.moviesOf(
                    folder, bytes(MOVIES + "7,\"A\nB\",\"Drama\n8,Heat,Drama\n9,Casino,Drama\n")));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-029 "
                + folder.resolve("test.zip")
                + "!ml/movies.csv:3: a quote opens here and never closes; expected a closing quote,"
                + " found the end of the file; close it, or double it if it is part of the text"));
    assertThat(e.line(), is(3L));
  }

  static Stream<Arguments> strayQuotes() {
    String span = " (its quotes lead on to line %d; the lines after this one are read anew)";
    return Stream.of(
        arguments(
            "closes in front of text",
            "7,\"Heat,Drama\n8,Casino,Crime\n9,\"Cats, Dogs\",\n",
            List.of("8 Casino Crime", "9 Cats, Dogs null"),
            "expected a comma or a line end behind a closing quote, found text"
                + String.format(span, 4)),
        arguments(
            "closes at the end of a cell",
            "7,\"Heat,Drama\n8,Casino,Crime\n9,Fargo\",Crime,\n10,M,Crime\n",
            List.of("8 Casino Crime", "10 M Crime"),
            "expected 3 cells, found 4" + String.format(span, 4)),
        arguments(
            "a quote in a cell",
            "7,\"Heat,Drama\n8,Casino,Crime\n9,\",Fargo\",Crime\n10,M,Crime\n",
            List.of("8 Casino Crime", "9 ,Fargo Crime", "10 M Crime"),
            "expected quotes around the whole cell, found one within it" + String.format(span, 4)),
        arguments(
            "a carriage return",
            "7,\"Heat,Drama\n8\"\rCasino,Crime\n10,M,Crime\n",
            List.of("10 M Crime"),
            "expected quotes around a carriage return, found none" + String.format(span, 3)),
        arguments(
            "a cell too long",
            "7,\"Heat,Drama\n8,Casino,Crime\n" + "a\n".repeat(3000) + "10,M\",Crime\n",
            List.of("8 Casino Crime"),
            "expected at most 4096 bytes, found 6030" + String.format(span, 3004)),
        arguments(
            "over a mebibyte",
            "7,\"Heat,Drama\n8,Casino,Crime\n"
                + (",".repeat(9999) + "\n").repeat(200)
                + "10,\"M\",\n",
            List.of("8 Casino Crime", "10 M null"),
            "expected at most 1048576 bytes, found more" + String.format(span, 108)));
  }

  /** A quote that strays in front of a cell takes no lines with it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("strayQuotes")
  void readsTheLinesBehindAStrayQuote(String name, String rows, List<String> read, String reason)
      throws IOException {
    Reading<Movie> reading = Reading.moviesOf(folder, bytes(MOVIES + rows));

    assertThat(
        name,
        reading.rows().stream().map(m -> m.movieId() + " " + m.title() + " " + m.genres()).toList(),
        is(read));
    RejectedRow first = reading.rejected().get(0);
    assertThat(first.line(), is(2L));
    assertThat(first.reason(), is(reason));
    assertThat(first.text(), is("7,\"Heat,Drama"));
    assertThat(reading.report().rejected(), is((long) reading.rejected().size()));
    assertThat(figure(reading, EntryFigures.QUOTED_LINE_BREAKS), is(0L));
    assertThat(
        figure(reading, EntryFigures.LINES_ENDING_IN_LF),
        is(1 + rows.chars().filter(c -> c == '\n').count()));
  }

  /** What RFC 4180 allows stays one row, whatever is wrong with its values. */
  @Test
  void takesNoRowsOutOfAQuotedCell() throws IOException {
    String csv = MOVIES + "x,\"Heat\n8,Casino,Crime\n\",Drama\n9,\"Far\ngo\",Crime\n";

    Reading<Movie> reading = Reading.moviesOf(folder, bytes(csv));

    assertThat(reading.rows(), contains(Movie.of(9, "Far\ngo", "Crime")));
    assertThat(reading.rejected().get(0).text(), is("x,\"Heat\\n8,Casino,Crime\\n\",Drama"));
    assertThat(reading.report().read(), is(2L));
    assertThat(figure(reading, EntryFigures.QUOTED_LINE_BREAKS), is(3L));
  }

  @Test
  void refusesAQuoteThatNeverClosesHoweverFarTheEndIs() {
    String rows = "7,\"Heat,Drama\n" + (",".repeat(9999) + "\n").repeat(200);

    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> Reading.moviesOf(folder, bytes(MOVIES + "1,,\n" + rows)));

    assertThat(e.fault(), is(InputFault.UNCLOSED_QUOTE));
    assertThat(e.line(), is(3L));
  }

  static Stream<Arguments> rejectedRatings() {
    String id = "expected a whole number from 1 to 2147483647, found ";
    String rating = "expected one of 0.5, 1.0, … 5.0, found ";
    String time = "expected whole seconds from 0 to 4133980799, found ";
    return Stream.of(
        arguments("\"1\",17,4.0,944249077", "", "expected no quotes in ratings, found one"),
        arguments("1,17,4.0,9442\000x7", "", "expected text, found a NUL byte"),
        arguments("1,17,4.0", "", "expected 4 cells, found 3"),
        arguments("1,17,4.0,944249077,", "", "expected 4 cells, found 5"),
        arguments("", "", "expected 4 cells, found an empty line"),
        arguments(",17,4.0,944249077", "userId", id + "''"),
        arguments("0,17,4.0,944249077", "userId", id + "'0'"),
        arguments("-1,17,4.0,944249077", "userId", id + "'-1'"),
        arguments("+1,17,4.0,944249077", "userId", id + "'+1'"),
        arguments(" 1,17,4.0,944249077", "userId", id + "' 1'"),
        arguments("1.0,17,4.0,944249077", "userId", id + "'1.0'"),
        arguments("１２,17,4.0,944249077", "userId", id + "'１２'"),
        arguments("2147483648,17,4.0,944249077", "userId", id + "'2147483648'"),
        arguments("00000000001,17,4.0,944249077", "userId", id + "'00000000001'"),
        arguments("1,0x11,4.0,944249077", "movieId", id + "'0x11'"),
        arguments("1,99999999999999999999,4.0,9", "movieId", id + "'99999999999999999999'"),
        arguments("1,17,,944249077", "rating", rating + "''"),
        arguments("1,17,NaN,944249077", "rating", rating + "'NaN'"),
        arguments("1,17,1e400,944249077", "rating", rating + "'1e400'"),
        arguments("1,17,4.25,944249077", "rating", rating + "'4.25'"),
        arguments("1,17,0.0,944249077", "rating", rating + "'0.0'"),
        arguments("1,17,5.5,944249077", "rating", rating + "'5.5'"),
        arguments("1,17,-4.0,944249077", "rating", rating + "'-4.0'"),
        arguments("1,17,4.,944249077", "rating", rating + "'4.'"),
        arguments("1,17,4,0,944249077", "", "expected 4 cells, found 5"),
        arguments("1,17,4.0,", "timestamp", time + "''"),
        arguments("1,17,4.0,-1", "timestamp", time + "'-1'"),
        arguments("1,17,4.0,944249077.0", "timestamp", time + "'944249077.0'"),
        arguments("1,17,4.0,4133980800", "timestamp", time + "'4133980800'"),
        arguments("1,17,4.0,944249077000", "timestamp", time + "'944249077000'"),
        arguments("1,17,4.0,944249077 ", "timestamp", time + "'944249077 '"),
        arguments("1,17,4.0,944249077\r", "timestamp", time + "'944249077\\r'"));
  }

  @ParameterizedTest
  @MethodSource("rejectedRatings")
  void rejectsRatings(String row, String column, String reason) throws IOException {
    // The rows before and after show that the place is right and that reading goes on.
    String csv = RATINGS + GOOD_ROW + "\n" + row + "\r\n" + GOOD_ROW + "\n";

    Reading<String> reading = Reading.ratingsOf(folder, bytes(csv));

    assertThat(reading.rows(), contains(GOOD, GOOD));
    assertThat(
        reading.rejected(),
        contains(
            new RejectedRow(
                "test.zip",
                "ml/ratings.csv",
                3,
                column,
                reason,
                row.replace("\0", "\\u0000").replace("\r", "\\r"))));
    assertThat(reading.report().read(), is(3L));
  }

  static Stream<Arguments> rejectedRatingsOfFourCells() {
    return rejectedRatings().filter(row -> cells((String) row.get()[0]).size() == 4);
  }

  /** The same cells, where columns are in another order, by the same rules. */
  @ParameterizedTest
  @MethodSource("rejectedRatingsOfFourCells")
  void rejectsReorderedRatings(String row, String column, String reason) throws IOException {
    List<String> cells = cells(row);
    String reordered =
        cells.get(3) + "," + cells.get(2) + "," + cells.get(1) + "," + cells.get(0) + ",x";
    String csv = "timestamp,rating,movieId,userId,note\n" + reordered + "\n0,1,2,3,\n";

    Reading<String> reading = Reading.ratingsOf(folder, bytes(csv));

    assertThat(reading.rows(), contains("3,2,2,0"));
    assertThat(reading.rejected().get(0).column(), is(column));
    assertThat(reading.rejected().get(0).reason(), is(reason));
  }

  @ParameterizedTest
  @CsvSource({"4,8", "4.0,8", "4.50,9", "0.5,1", "5,10", "5.000,10", "0.500,1"})
  void acceptsRatingsInOtherForms(String rating, int halfStars) throws IOException {
    Reading<String> reading =
        Reading.ratingsOf(folder, bytes(RATINGS + "1,17," + rating + ",944249077\n"));

    assertThat(reading.rows(), contains("1,17," + halfStars + ",944249077"));
  }

  @Test
  void rejectsInvalidUtf8WithItsBytes() throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    csv.writeBytes(bytes(RATINGS + GOOD_ROW + "\n1,"));
    csv.write(0xFC);
    csv.writeBytes(bytes(",4.0,944249077\n"));

    Reading<String> reading = Reading.ratingsOf(folder, csv.toByteArray());

    assertThat(
        reading.rejected(),
        contains(
            new RejectedRow(
                "test.zip",
                "ml/ratings.csv",
                3,
                "",
                "expected UTF-8, found bytes that are not",
                "1,\\xFC,4.0,944249077")));
  }

  static Stream<Arguments> rejectedMovies() {
    return Stream.of(
        arguments(
            "x,Heat,Drama", "movieId", "expected a whole number from 1 to 2147483647, found 'x'"),
        arguments(
            "1,Heat,Drama",
            "movieId",
            "expected an id that no earlier row of the catalog has, found '1'"),
        arguments("2,Heat", "", "expected 3 cells, found 2"),
        arguments("2,He\0at,Drama", "", "expected text, found a NUL byte"),
        arguments(
            "2,Heat 5\",Drama", "", "expected quotes around the whole cell, found one within it"),
        arguments(
            "2,\"Heat\" x,Drama",
            "",
            "expected a comma or a line end behind a closing quote, found text"),
        arguments("2,He\rat,Drama", "", "expected quotes around a carriage return, found none"),
        arguments("", "", "expected 3 cells, found an empty line"));
  }

  @ParameterizedTest
  @MethodSource("rejectedMovies")
  void rejectsMovies(String row, String column, String reason) throws IOException {
    String csv = MOVIES + "1,\"The\nNet\",Drama\n" + row + "\r\n3,Casino,Crime\n";

    Reading<Movie> reading = Reading.moviesOf(folder, bytes(csv));

    assertThat(
        reading.rows(), contains(Movie.of(1, "The\nNet", "Drama"), Movie.of(3, "Casino", "Crime")));
    assertThat(
        reading.rejected(),
        contains(
            new RejectedRow(
                "test.zip",
                "ml/movies.csv",
                4,
                column,
                reason,
                row.replace("\0", "\\u0000").replace("\r", "\\r"))));
    assertThat(reading.report().read(), is(3L));
  }

  @Test
  void rejectsInvalidUtf8InMoviesButNotTheReplacementCharacter() throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    csv.writeBytes(bytes(MOVIES + "1,Heat \uFFFD,Drama\n2,Ast"));
    csv.write(0xE9);
    csv.writeBytes(bytes("rix,Drama\n"));

    Reading<Movie> reading = Reading.moviesOf(folder, csv.toByteArray());

    assertThat(reading.rows(), contains(Movie.of(1, "Heat \uFFFD", "Drama")));
    assertThat(reading.rejected().get(0).text(), is("2,Ast\\xE9rix,Drama"));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "300000,true", "3000000,true"})
  void rejectsALineOfOverOneMebibyte(int excess, boolean isRejected) throws IOException {
    int zeros = (1 << 20) + excess - "17,4.0,944249077,".length();
    String line = "17,4.0,944249077," + "1".repeat(zeros);
    String csv = "movieId,rating,timestamp,userId\r\n" + line + "\r\n2,1,0,3\r\n";

    Reading<String> reading = Reading.ratingsOf(folder, bytes(csv));

    assertThat(reading.rows(), contains("3,2,2,0"));
    RejectedRow row = reading.rejected().get(0);
    assertThat(row.line(), is(2L));
    assertThat(row.text(), is(line.substring(0, 200)));
    assertThat(
        row.reason(),
        is(
            isRejected
                ? "expected at most 1048576 bytes, found more"
                : "expected a whole number from 1 to 2147483647, found '" + "1".repeat(60) + "…'"));
    assertThat(figure(reading, EntryFigures.LINES_ENDING_IN_CRLF), is(3L));
  }

  /** However many chunks the line is in. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void countsTheLinesBehindALineOfOverOneMebibyte(String lineEnd) throws IOException {
    String csv = RATINGS.strip() + "\n" + "1".repeat(1_100_000) + lineEnd + "x\n" + GOOD_ROW + "\n";
    for (int size : new int[] {1000, 100_000, 4 << 20}) {
      Reading<String> reading = Reading.ratingsInChunks(bytes(csv), size);

      assertThat(reading.rows(), contains(GOOD));
      assertThat(reading.rejected().stream().map(RejectedRow::line).toList(), contains(2L, 3L));
      long crlf = lineEnd.length() - 1L;
      assertThat(figure(reading, EntryFigures.LINES_ENDING_IN_CRLF), is(crlf));
      assertThat(figure(reading, EntryFigures.LINES_ENDING_IN_LF), is(4 - crlf));
    }
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "300000,true", "3000000,true"})
  void rejectsAMovieOfOverOneMebibyte(int excess, boolean isTooLong) throws IOException {
    String line = "7,\"" + "a".repeat((1 << 20) + excess - "7,\"\",".length()) + "\",";

    Reading<Movie> reading =
        Reading.moviesOf(folder, bytes(MOVIES + line + "\r\n8,Heat,Drama\r\n"));

    assertThat(reading.rows(), contains(Movie.of(8, "Heat", "Drama")));
    assertThat(reading.rejected().size(), is(1));
    assertThat(
        reading.rejected().get(0).reason(),
        is(
            isTooLong
                ? "expected at most 1048576 bytes, found more"
                : "expected at most 4096 bytes, found 1048571"));
    assertThat(reading.rejected().get(0).line(), is(2L));
    assertThat(figure(reading, EntryFigures.LINES_ENDING_IN_CRLF), is(2L));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1"})
  void rejectsTitlesAndGenresThatNoMovieHas(int excess, int rejected) throws IOException {
    String text = "é".repeat(2048) + "a".repeat(excess);
    String genres = "|".repeat(99 + excess);

    Reading<Movie> reading =
        Reading.moviesOf(
            folder,
            bytes(MOVIES + "1," + text + ",\n2,," + text + "\n3,," + genres + "\n4,Heat,Drama\n"));

    assertThat(reading.rows().size(), is(4 - 3 * rejected));
    if (rejected == 1) {
      String tooLong = "expected at most 4096 bytes, found 4097";
      assertThat(
          reading.rejected().stream().map(RejectedRow::reason).toList(),
          is(
              List.of(
                  tooLong,
                  tooLong,
                  "expected at most 100 genres, found '" + "|".repeat(60) + "…'")));
      assertThat(
          reading.rejected().stream().map(RejectedRow::column).toList(),
          is(List.of("title", "genres", "genres")));
      assertThat(figure(reading, "rejected_text_too_long"), is(2L));
      assertThat(figure(reading, "rejected_too_many_genres"), is(1L));
    }
  }

  @Test
  void rejectsMoviesOnceAllHaveMoreGenresThanTenMillion() throws IOException {
    StringBuilder csv = new StringBuilder(MOVIES);
    String genres = "|".repeat(99);
    for (int movieId = 1; movieId <= 100_000; movieId++) {
      csv.append(movieId).append(",,").append(genres).append('\n');
    }
    csv.append("200000,,Drama\n");

    Reading<Movie> reading = Reading.moviesOf(folder, bytes(csv.toString()));

    assertThat(reading.rows().size(), is(100_000));
    assertThat(
        reading.rejected(),
        contains(
            new RejectedRow(
                "test.zip",
                "ml/movies.csv",
                100_002,
                "genres",
                "expected at most 10000000 genres in the whole file, found 'Drama'",
                "200000,,Drama")));
  }

  @Test
  void countsRepeatedPairsAndRowsOutOfOrder() throws IOException {
    String csv = RATINGS + "1,2,1.0,0\n1,2,1.5,1\n1,1,1.0,0\n2,5,1.0,0\n1,9,1.0,0\n1,9,1.0,0\n";

    Reading<String> reading = Reading.ratingsOf(folder, bytes(csv));

    assertThat(reading.rows().size(), is(6));
    assertThat(figure(reading, EntryFigures.ADJACENT_REPEATED_PAIRS), is(2L));
    assertThat(figure(reading, EntryFigures.ROWS_OUT_OF_ORDER), is(2L));
  }

  @Test
  void refusesMoreRejectedRowsThanTheShare() throws IOException {
    byte[] zip =
        TestZip.ofRatings(RATINGS + GOOD_ROW + "\n1,17,9.0,0\n" + GOOD_ROW + "\nx,17,4.0,0\n")
            .toBytes();

    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> Reading.ratings(folder, zip, ReadSettings.defaults().withMaxRejectedShare(0.49)));

    assertThat(
        e.getMessage(),
        is(
            "INPUT-031 "
                + folder.resolve("test.zip")
                + "!ml/ratings.csv: too many rows were rejected; expected at most 0.49 of 4 rows,"
                + " found 2 rejected (the first: line 3 rating: expected one of 0.5, 1.0, … 5.0,"
                + " found '9.0'); correct the rows or give a higher --maxRejectedShare"));
    Reading<String> reading =
        Reading.ratings(folder, zip, ReadSettings.defaults().withMaxRejectedShare(0.5));
    assertThat(reading.rejected().size(), is(2));
    assertThat(figure(reading, "rejected_invalid_rating"), is(1L));
    assertThat(figure(reading, "rejected_invalid_id"), is(1L));
  }

  private static List<String> cells(String row) {
    return List.of(row.split(",", -1));
  }

  private static long figure(Reading<?> reading, String name) {
    return reading.report().figures().get(name);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
