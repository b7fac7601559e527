package org.spillway.pipelines.setup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spillway.data.testing.SharedData;

/**
 * The whole pipeline on the real ml-latest-small, against what the seed's own pandas code gives on
 * it at userModulus 5. Skipped where the data is absent.
 *
 * <p>pandas averages ratings as float32, so means are compared to 1e-6; all else is exact.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OracleIT {
  private static final double MEAN_TOLERANCE = 1e-6;

  /**
   * pandas also squares and adds up in float32 for the spread of a float32 column: of its own item
   * means, 0.860489 in double precision, it says 0.860494.
   */
  private static final double FLOAT32_SPREAD_TOLERANCE = 1e-5;

  private static final Set<String> MEANS =
      Set.of("mean_rating", "sample_mean_rating", "mean_item_rating", "mean", "std");

  private Path oracle;
  private Path output;

  @BeforeAll
  void runOnce(@TempDir Path folder) throws IOException {
    Path archive = SharedData.find("data/ml-latest-small.zip").orElse(null);
    oracle = SharedData.find("oracle/ml-latest-small-mod5").orElse(null);
    Assumptions.assumeTrue(archive != null && oracle != null, "the real data is not here");
    output = SetupRun.of(archive).with("userModulus", 5).into(folder.resolve("out"));
  }

  @ParameterizedTest
  @CsvSource({
    "ratings_sample, movielens_interference_ratings_sample",
    "items, movielens_interference_items",
    "user_features, movielens_interference_user_features",
    "slate_seed, movielens_interference_slate_seed",
  })
  void everyRowOfTheParquetFiles(String expected, String file) throws Exception {
    assertSame(
        TableReader.csv(oracle.resolve(expected + ".csv")),
        TableReader.parquet(output.resolve("processed/" + file + ".parquet")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rating_distribution",
        "user_activity_summary",
        "item_summary",
        "top_items",
        "genre_summary",
        "yearly_activity",
        "top_tags",
        "cluster_readiness",
      })
  void everyRowOfTheTables(String table) throws Exception {
    assertSame(TableReader.csv(oracle.resolve(table + ".csv")), table(table));
  }

  @Test
  void everyFigureOfTheSummaries() throws Exception {
    int figures = 0;
    JsonNode summaries = new ObjectMapper().readTree(oracle.resolve("summaries.json").toFile());
    for (Map.Entry<String, JsonNode> summary : summaries.properties()) {
      List<Map<String, String>> table = table(summary.getKey());
      int row = 0;
      for (Map.Entry<String, JsonNode> metric : summary.getValue().properties()) {
        assertThat(table.get(row).get("metric"), is(metric.getKey()));
        assertCell(
            summary.getKey(),
            metric.getKey(),
            metric.getValue().asText(),
            table.get(row++).get("value"),
            MEAN_TOLERANCE);
        figures++;
      }
    }
    assertThat(figures, is(31));
  }

  private List<Map<String, String>> table(String name) throws IOException, SQLException {
    return TableReader.csv(output.resolve("writeup/tables/" + name + ".csv"));
  }

  private static void assertSame(
      List<Map<String, String>> expected, List<Map<String, String>> actual) {
    assertThat(actual.size(), is(expected.size()));
    for (int row = 0; row < expected.size(); row++) {
      Map<String, String> cells = actual.get(row);
      // The describe tables' first column is an unnamed index in pandas' files.
      assertThat(
          List.copyOf(cells.keySet()).subList(1, cells.size()),
          is(List.copyOf(expected.get(row).keySet()).subList(1, cells.size())));
      boolean describesMeans = List.copyOf(cells.values()).get(0).contains("mean_rating");
      List<String> expectedCells = List.copyOf(expected.get(row).values());
      int column = 0;
      for (Map.Entry<String, String> cell : cells.entrySet()) {
        String name = cell.getKey();
        boolean isSpread = describesMeans && name.equals("std");
        assertCell(
            "row " + row,
            describesMeans ? "mean" : name,
            expectedCells.get(column++),
            cell.getValue(),
            isSpread ? FLOAT32_SPREAD_TOLERANCE : MEAN_TOLERANCE);
      }
    }
  }

  private static void assertCell(
      String place, String column, String expected, String actual, double tolerance) {
    String where = place + ", " + column;
    if (MEANS.contains(column) && !expected.isEmpty() && isNumber(expected)) {
      assertThat(
          where, Double.parseDouble(actual), closeTo(Double.parseDouble(expected), tolerance));
    } else if (isNumber(expected) && isNumber(actual)) {
      assertThat(where, Double.parseDouble(actual), is(Double.parseDouble(expected)));
    } else {
      assertThat(where, actual, is(expected));
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+|e-?[0-9]+)?");
  }
}
