package org.spillway.transforms.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.schemas.RejectedRow;

/** Why a line is refused before its numbers are looked at. */
class RatingLineTest {
  private static final String BEFORE = "userId,movieId,rating,timestamp\n1,2,3.0,4\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"5\",6,3.5,7 | expected no quotes in ratings, found one",
        "5,6,3.5,\"7 | expected no quotes in ratings, found one",
        "5,6\0,3.5,7 | expected text, found a NUL byte",
        "5,6,3.5,7\0x | expected text, found a NUL byte",
        "5,6,3.5,\u00FF7 | expected UTF-8, found bytes that are not",
        "\u00C35,6,3.5,7 | expected UTF-8, found bytes that are not",
        "5,6,3.5,\u00C3\u00A9 | expected whole seconds from 0 to 4133980799, found '\u00E9'",
        "\u00C3\u00A9,6,3.5,7 | expected a whole number from 1 to 2147483647, found '\u00E9'",
      })
  void saysWhatIsWrongWithALine(String line, String reason) throws IOException {
    Reading<String> read = Reading.ratingsInChunks((BEFORE + line).getBytes(ISO_8859_1), 1000);

    assertThat(read.rejected().stream().map(RejectedRow::reason).toList(), is(List.of(reason)));
    assertThat(read.rows(), is(List.of("1,2,6,4")));
  }

  @Test
  void aQuoteOutranksANulBehindIt() throws IOException {
    Reading<String> read = Reading.ratingsInChunks((BEFORE + "\",\0").getBytes(ISO_8859_1), 1000);

    assertThat(read.rejected().get(0).reason(), is("expected no quotes in ratings, found one"));
  }
}
