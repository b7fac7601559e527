package org.spillway.transforms.readiness;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.ReadinessCheck;
import org.spillway.schemas.SummaryTable;

class SetupChecksTest {

  @Test
  void readsTheSeedsSevenChecksOffTheTables() {
    assertThat(
        SetupChecks.of(new RunTables(tables().values())),
        is(
            List.of(
                new ReadinessCheck(
                    "raw_zip_found", true, "The archive was found and its entries were listed."),
                new ReadinessCheck(
                    "ratings_sample_rows",
                    617_851,
                    "Ratings in the sample: the complete histories of its users."),
                new ReadinessCheck(
                    "sample_unique_users", 4_018, "Users for whom slates can be simulated."),
                new ReadinessCheck(
                    "sample_unique_movies", 22_313, "Movies with at least one sampled rating."),
                new ReadinessCheck(
                    "complete_seed_slates", 3_000, "Seed slates with every position filled."),
                new ReadinessCheck(
                    "seed_slate_rows",
                    36_000,
                    "Rows of the seed slates; the number of slates times the slate size."),
                new ReadinessCheck(
                    "spillover_clusters",
                    2,
                    "Substitute clusters among the rated movies, by primary genre."))));
  }

  @Test
  void anArchiveWithoutEntriesWasNotFound() {
    Map<String, SummaryTable> tables = tables();
    tables.put(
        "archive",
        SummaryTable.builder("archive", "file", "compressed_mb", "uncompressed_mb").build());

    assertThat(SetupChecks.of(new RunTables(tables.values())).get(0).value(), is(false));
  }

  @Test
  void aMissingTableIsNamed() {
    Map<String, SummaryTable> tables = tables();
    tables.remove("slate_seed_summary");

    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> SetupChecks.of(new RunTables(tables.values())));

    assertThat(
        refused.getMessage(),
        is(
            "the readiness checks need the table slate_seed_summary, but got: "
                + "[archive, cluster_readiness, full_rating_summary]"));
  }

  @Test
  void aMissingFigureIsNamed() {
    Map<String, SummaryTable> tables = tables();
    tables.put("full_rating_summary", SummaryTable.metrics("full_rating_summary").build());

    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> SetupChecks.of(new RunTables(tables.values())));

    assertThat(refused.getMessage(), is("table full_rating_summary has no row sample_rating_rows"));
  }

  private static Map<String, SummaryTable> tables() {
    Map<String, SummaryTable> tables = new TreeMap<>();
    tables.put(
        "archive",
        SummaryTable.builder("archive", "file", "compressed_mb", "uncompressed_mb")
            .row("ml-32m/ratings.csv", 218.785891, 877.076222)
            .build());
    tables.put(
        "full_rating_summary",
        SummaryTable.metrics("full_rating_summary")
            .row("sample_rating_rows", 617_851)
            .row("sample_unique_users", 4_018)
            .row("sample_unique_movies", 22_313)
            .build());
    tables.put(
        "cluster_readiness",
        SummaryTable.builder("cluster_readiness", "spillover_cluster")
            .row("Action")
            .row("unknown")
            .build());
    tables.put(
        "slate_seed_summary",
        SummaryTable.metrics("slate_seed_summary")
            .row("complete_seed_slates", 3_000)
            .row("rows_in_seed_slate_table", 36_000)
            .build());
    return tables;
  }
}
