package org.spillway.transforms.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.report.TableView.Column;

/** Checks how tables and cells are written. */
class TableViewTest {

  @Test
  void aColumnHasAsManyDecimalsAsItNeedsUpToFour() {
    TableView view =
        TableView.of(
            SummaryTable.builder("t", "rating", "full_share", "count")
                .row(0.5, 1.0 / 3, 12_345)
                .row(1.0, 0.25, -7)
                .row(null, null, null)
                .build());

    assertThat(
        view.rows(),
        is(
            List.of(
                List.of("0.5", "0.3333", "12,345"),
                List.of("1.0", "0.2500", "-7"),
                List.of("–", "–", "–"))));
    assertThat(
        view.columns(),
        is(
            List.of(
                new Column("rating", true),
                new Column("full share", true),
                new Column("count", true))));
  }

  @Test
  void idsAndYearsHaveNoCommas() {
    TableView view =
        TableView.of(
            SummaryTable.builder("t", "movieId", "rating_year").row(193_609, 2023).build());

    assertThat(view.rows(), is(List.of(List.of("193609", "2023"))));
  }

  @Test
  void figuresOfAllKindsHaveDecimalsOfTheirOwn() {
    TableView view =
        TableView.of(
            SummaryTable.metrics("slate_seed_summary")
                .row("complete_seed_slates", 3_000)
                .row("mean_high_relevance_rate", 0.95961)
                .row("median_genres_per_movie", 1.0)
                .row("tag_date_min", LocalDateTime.of(2005, 12, 27, 12, 54, 0))
                .row("found", true)
                .build());

    assertThat(view.caption(), is("Slate seed summary"));
    assertThat(
        view.rows(),
        is(
            List.of(
                List.of("complete seed slates", "3,000"),
                List.of("mean high relevance rate", "0.9596"),
                List.of("median genres per movie", "1"),
                List.of("tag date min", "2005-12-27 12:54:00"),
                List.of("found", "True"))));
    assertThat(view.isSortable(), is(false));
  }

  @Test
  void megabytesAreSpelledAsSuch() {
    TableView view = TableView.of(SummaryTable.builder("archive", "file", "compressed_mb").build());

    assertThat(
        view.columns(), is(List.of(new Column("file", false), new Column("compressed MB", false))));
  }

  @Test
  void textIsLeftAsItIs() {
    TableView view =
        TableView.of(SummaryTable.builder("top_tags", "tag_clean").row("based_on <b>").build());

    assertThat(view.rows(), is(List.of(List.of("based_on <b>"))));
  }
}
