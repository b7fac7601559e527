package org.spillway.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCheckTest {
  private static final String TOP = "writeup/tables/top_tags.csv";
  private static final String QUALITY = "writeup/tables/data_quality.csv";
  private static final String READINESS = "processed/movielens_interference_setup_readiness.csv";

  @TempDir private Path a;
  @TempDir private Path b;

  @BeforeEach
  void equalFolders() throws IOException {
    for (Path folder : List.of(a, b)) {
      write(folder, TOP, "tag_clean,tag_rows\n\"a, b\",7\nc,3\n");
      write(folder, QUALITY, "archive,entry,figure,count\nx.zip,,rows_read,4\nx.zip,,folders,1\n");
      write(folder, READINESS, "check,value,notes\nraw_zip_found,True,Yes.\n");
    }
  }

  @Test
  void equalFoldersAgree() throws IOException {
    assertThat(TableCheck.of(a, b), empty());
  }

  @Test
  void aChangedCellIsNamed() throws IOException {
    write(b, TOP, "tag_clean,tag_rows\n\"a, b\",7\nc,4\n");

    assertThat(
        TableCheck.of(a, b),
        contains(
            hasToString(TOP + ", row 2 (c), column tag_rows: spillway has 3, the other has 4")));
  }

  @Test
  void aChangedOrderIsADisagreement() throws IOException {
    write(b, TOP, "tag_clean,tag_rows\nc,3\n\"a, b\",7\n");

    assertThat(TableCheck.of(a, b).size(), is(4));
  }

  @Test
  void aMissingRowIsADisagreement() throws IOException {
    write(b, TOP, "tag_clean,tag_rows\n\"a, b\",7\n");

    assertThat(
        TableCheck.of(a, b),
        contains(hasToString(TOP + ": spillway has 2 rows, the other has 1 rows")));
  }

  @Test
  void aMissingTableIsADisagreement() throws IOException {
    Files.delete(b.resolve(TOP));

    assertThat(
        TableCheck.of(a, b),
        contains(hasToString(TOP + ": spillway has it, the other has no such file")));
  }

  @Test
  void anotherColumnIsADisagreement() throws IOException {
    write(b, TOP, "tag_clean,rows\n\"a, b\",7\nc,3\n");

    assertThat(
        TableCheck.of(a, b),
        contains(
            hasToString(
                TOP
                    + ": spillway has columns [tag_clean, tag_rows], the other has columns"
                    + " [tag_clean, rows]")));
  }

  @Test
  void ofTheRowAccountsAToolMayHaveFewer() throws IOException {
    write(b, QUALITY, "archive,entry,figure,count\nx.zip,,rows_read,4\n");

    assertThat(TableCheck.of(a, b), empty());
  }

  @Test
  void butNoOthers() throws IOException {
    write(b, QUALITY, "archive,entry,figure,count\nx.zip,,rows_read,5\n");

    assertThat(TableCheck.of(a, b).size(), is(1));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3.0, true",
    "0.1, 0.10000000000000002, true",
    "1e-05, 0.00001, true",
    "32000204, 32000205, false",
    "0.5, 0.500001, false",
    "'', 0, false",
    "'', '', true",
    "12, twelve, false",
    "2019-11-21 09:15:03, 2019-11-21 09:15:04, false",
  })
  void cells(String x, String y, boolean agree) {
    assertThat(TableCheck.agree(x, y), is(agree));
    assertThat(TableCheck.agree(y, x), is(agree));
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}
