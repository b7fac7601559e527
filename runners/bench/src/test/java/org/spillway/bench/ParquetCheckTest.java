package org.spillway.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasToString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetCheckTest {
  private static final String ITEMS = "processed/movielens_interference_items.parquet";
  private static final String ROWS = "(VALUES (1, 0.5::DOUBLE, 'a'), (2, 0.25, NULL)) v(id, x, t)";

  @TempDir private Path a;
  @TempDir private Path b;

  @BeforeEach
  void equalFolders() throws IOException, SQLException {
    for (Path folder : List.of(a, b)) {
      Files.createDirectories(folder.resolve("processed"));
      for (String file : List.of("ratings_sample", "items", "user_features", "slate_seed")) {
        write(folder, "processed/movielens_interference_" + file + ".parquet", ROWS);
      }
    }
  }

  @Test
  void equalFilesAgree() throws SQLException {
    assertThat(ParquetCheck.of(a, b), empty());
  }

  @Test
  void theLastDigitOfAMeanMayDiffer() throws SQLException {
    write(b, ITEMS, "(VALUES (1, 0.50000000000000011::DOUBLE, 'a'), (2, 0.25, NULL)) v(id, x, t)");

    assertThat(ParquetCheck.of(a, b), empty());
  }

  @Test
  void aChangedCellIsNamed() throws SQLException {
    write(b, ITEMS, "(VALUES (1, 0.5::DOUBLE, 'a'), (2, 0.75, 'b')) v(id, x, t)");

    assertThat(
        ParquetCheck.of(a, b),
        contains(
            hasToString(ITEMS + ", row 2, column x: spillway has 0.25, the other has 0.75"),
            hasToString(ITEMS + ", row 2, column t: spillway has null, the other has b")));
  }

  @Test
  void anotherTypeIsADisagreement() throws SQLException {
    write(b, ITEMS, "(VALUES (1::BIGINT, 0.5::DOUBLE, 'a'), (2, 0.25, NULL)) v(id, x, t)");

    assertThat(
        ParquetCheck.of(a, b),
        contains(
            hasToString(
                ITEMS
                    + ": spillway has columns {id=INTEGER, x=DOUBLE, t=VARCHAR}, the other has"
                    + " columns {id=BIGINT, x=DOUBLE, t=VARCHAR}")));
  }

  @Test
  void aMissingFileIsADisagreement() throws IOException, SQLException {
    Files.delete(b.resolve(ITEMS));

    assertThat(
        ParquetCheck.of(a, b),
        contains(hasToString(ITEMS + ": spillway has it, the other has no such file")));
  }

  private static void write(Path folder, String file, String rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (FROM " + rows + ") TO '" + folder.resolve(file) + "' (FORMAT parquet)");
    }
  }
}
