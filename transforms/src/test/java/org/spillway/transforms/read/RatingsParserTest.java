package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.RejectedRow;

/** The parser against a slow and obvious one, wherever chunks end. */
class RatingsParserTest {
  private static final String HEADER = "userId,movieId,rating,timestamp";
  private static final String[] CELLS = {
    "1",
    "17",
    "4.0",
    "0.5",
    "5",
    "944249077",
    "0",
    "4133980799",
    "2147483647",
    "",
    "x",
    "1.5",
    "00000000001",
    "4.25",
    "-1",
    "2147483648",
    "4133980800",
    "944249077000",
    " 1",
    "\"",
    "é",
    "\r"
  };
  private static final String[] ENDS = {"\n", "\r\n", "\n\n", "\r\n\r\n"};

  private static Reading<String> parse(String csv, int chunkSize) throws IOException {
    return Reading.ratingsInChunks(csv.getBytes(StandardCharsets.UTF_8), chunkSize);
  }

  @Test
  void aRowMayBeCutAnywhere() throws IOException {
    String csv =
        "\uFEFF"
            + HEADER
            + "\r\n1,17,4.0,944249077\r\n\r\n22,333,4,5\nx,1,1.0,0\r\n4,4,4.5,4\r\n\n";
    Reading<String> whole = parse(csv, 1000);

    assertThat(whole.rows(), is(List.of("1,17,8,944249077", "22,333,8,5", "4,4,9,4")));
    for (int size = 1; size < csv.length(); size++) {
      assertThat("chunks of " + size, parse(csv, size), is(whole));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void equalsAnObviousParser(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String csv = randomCsv(random);
      ObviousRatings expected = ObviousRatings.parse(csv);

      Reading<String> reading = parse(csv, 1 + random.nextInt(random.nextBoolean() ? 40 : 1000));

      assertThat(csv, reading.rows(), is(expected.rows()));
      assertThat(csv, lines(reading.rejected()), is(expected.rejectedLines()));
      EntryReport report = reading.report();
      assertThat(csv, report.read(), is(expected.read()));
      long lineBreaks =
          report.figures().get(EntryFigures.LINES_ENDING_IN_LF)
              + report.figures().get(EntryFigures.LINES_ENDING_IN_CRLF);
      assertThat(csv, lineBreaks, is(csv.chars().filter(c -> c == '\n').count()));
    }
  }

  /** Mostly rows that are right, so that several in turn are accepted. */
  private static String randomCsv(Random random) {
    StringBuilder csv = new StringBuilder(HEADER + "\n1,1,1.0,1\n2,2,2.0,2\n3,3,3.0,3\n");
    int rows = 1 + random.nextInt(12);
    int user = 3;
    for (int i = 0; i < rows; i++) {
      if (random.nextInt(3) > 0) {
        // Users of one row and of several, and as many digits as an id can have.
        user =
            random.nextBoolean()
                ? user
                : 1 + random.nextInt(Integer.MAX_VALUE >>> random.nextInt(31));
        csv.append(user).append(',');
        csv.append(1 + random.nextInt(Integer.MAX_VALUE >>> random.nextInt(31)));
        csv.append(',').append(random.nextInt(6)).append(random.nextBoolean() ? ".0," : ".5,");
        csv.append(random.nextInt(Integer.MAX_VALUE));
      } else {
        int cells = random.nextInt(8) == 0 ? random.nextInt(6) : 4;
        for (int cell = 0; cell < cells; cell++) {
          csv.append(cell == 0 ? "" : ",").append(CELLS[random.nextInt(CELLS.length)]);
        }
      }
      csv.append(i == rows - 1 && random.nextBoolean() ? "" : ENDS[random.nextInt(ENDS.length)]);
    }
    return csv.toString();
  }

  private static List<Long> lines(List<RejectedRow> rejected) {
    return rejected.stream().map(RejectedRow::line).toList();
  }
}
