package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.schemas.RejectedRow;

/** Text entries wherever chunks end, and against a CSV library where they are right. */
class TextRowsTest {
  private static final String[] CELLS = {
    "",
    "a",
    "NA",
    "ü",
    "\uD83D\uDE00",
    " b ",
    "\"\"",
    "\"c\"",
    "\"d,e\"",
    "\"f\"\"g\"",
    "\"h\ni\"",
    "\"\r\n\"",
    "\"\"\"\"",
    "\"\uFFFD\""
  };

  private static Reading<List<String>> read(String csv, int chunkSize) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    EntryAccount account =
        new EntryAccount(
            Place.ofArchive("test.zip").entry("t.csv"),
            "test.zip",
            1,
            bytes.length,
            1,
            rejected::add);
    new TextRows(
            List.of("x", "y"),
            (row, cells) -> rows.add(List.of(cells.text(0), cells.text(1))),
            account)
        .read(new CutChunks(bytes, chunkSize));
    return new Reading<>(rows, rejected, account.close());
  }

  @Test
  void aRecordMayBeCutAnywhere() throws IOException {
    String csv =
        "\uFEFF\"x\",y\r\n1,\"a\r\n\"\"b\"\r\n\r\nü,\uD83D\uDE00\n1\r2,3\n\"a\"b,c\n4,\"j\rk\"\r\n5\"6,7\n8,9\r\n\n";
    Reading<List<String>> whole = read(csv, 1000);

    assertThat(
        whole.rows(),
        is(
            List.of(
                List.of("1", "a\r\n\"b"),
                List.of("ü", "\uD83D\uDE00"),
                List.of("4", "j\rk"),
                List.of("8", "9"))));
    assertThat(
        whole.rejected().stream().map(RejectedRow::line).toList(), is(List.of(4L, 6L, 7L, 9L)));
    for (int size = 1; size < csv.length(); size++) {
      assertThat("chunks of " + size, read(csv, size), is(whole));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void equalsALibraryOnWhatIsRight(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      StringBuilder csv = new StringBuilder("x,y\n");
      for (int row = random.nextInt(9); row >= 0; row--) {
        csv.append(CELLS[random.nextInt(CELLS.length)]).append(',');
        csv.append(CELLS[random.nextInt(CELLS.length)])
            .append(random.nextBoolean() ? "\n" : "\r\n");
      }
      List<List<String>> expected = new ArrayList<>();
      CsvReader.builder()
          .ofCsvRecord(csv.toString())
          .forEach(record -> expected.add(List.copyOf(record.getFields())));

      Reading<List<String>> reading = read(csv.toString(), 1 + random.nextInt(20));

      assertThat(csv.toString(), reading.rejected(), is(List.of()));
      assertThat(csv.toString(), reading.rows(), is(expected.subList(1, expected.size())));
    }
  }

  @Test
  void aRecordOfMoreCellsThanALibraryReadsIsRejected() throws IOException {
    Reading<List<String>> reading = read("x,y\n\"" + "\",\"".repeat(20_000) + "\"\n1,2\n", 1000);

    assertThat(reading.rows(), hasItem(List.of("1", "2")));
    assertThat(reading.rejected().size(), is(1));
  }
}
