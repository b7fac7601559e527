package org.spillway.transforms.figures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.testing.SeedTables;

/** Checks that the figures show what the tables say. */
final class SetupFiguresTest {
  private static final Map<String, SummaryTable> TABLES = SeedTables.all();
  private static final List<Figure> FIGURES = SetupFigures.of(TABLES);

  @Test
  void figuresHaveTheSeedsNamesAndSizes() {
    assertThat(
        FIGURES.stream().map(f -> f.name() + " " + f.width() + "x" + f.height()).toList(),
        is(
            List.of(
                "01_rating_distribution 9.0x4.5",
                "02_user_activity 13.0x4.5",
                "03_item_popularity_long_tail 9.0x4.5",
                "04_genre_rating_volume 10.0x5.0",
                "05_yearly_rating_activity 11.0x7.0",
                "06_slates_by_cluster 10.0x6.0",
                "07_popularity_by_cluster 10.0x6.0",
                "08_sample_vs_full 9.0x4.0")));
  }

  @Test
  void panelsHaveTheSeedsTitles() {
    assertThat(
        FIGURES.stream()
            .limit(5)
            .flatMap(figure -> figure.panels().stream())
            .map(panel -> panel.chart().getTitle().getText())
            .toList(),
        is(
            List.of(
                "Rating Distribution: Full File vs Sampled Users",
                "Ratings per Sampled User",
                "Average Rating per Sampled User",
                "Movie Popularity in Sampled Ratings",
                "Top Genres by Sampled Rating Volume",
                "Sampled Rating Volume by Year",
                "Average Sampled Rating by Year")));
  }

  @Test
  void ratingDistributionShowsBothShares() {
    SummaryTable table = TABLES.get("rating_distribution");
    CategoryDataset data = categories(FIGURES.get(0));

    assertThat(data.getRowKeys(), is(List.of("Full file", "Sampled users")));
    assertThat(
        data.getColumnKeys(),
        is(List.of("0.5", "1.0", "1.5", "2.0", "2.5", "3.0", "3.5", "4.0", "4.5", "5.0")));
    assertThat(values(data, 0), is(column(table, "full_share")));
    assertThat(values(data, 1), is(column(table, "sample_share")));
  }

  @Test
  void histogramsHaveTheirTablesBins() {
    assertHistogram(FIGURES.get(1), 0, "user_activity_histogram", "users");
    assertHistogram(FIGURES.get(1), 1, "mean_rating_histogram", "users");
    assertHistogram(FIGURES.get(2), 0, "item_popularity_histogram", "movies");
  }

  @Test
  void onlyTheFirstFifteenGenresAreShown() {
    SummaryTable table = TABLES.get("genre_summary");
    CategoryDataset data = categories(FIGURES.get(3));

    assertThat(table.rows(), hasSize(20));
    assertThat(data.getColumnKeys(), is(column(table, "genre").subList(0, 15)));
    assertThat(values(data, 0), is(column(table, "sampled_rating_rows").subList(0, 15)));
  }

  @Test
  void yearsShowVolumeAboveMean() {
    SummaryTable table = TABLES.get("yearly_activity");
    List<Panel> panels = FIGURES.get(4).panels();

    assertThat(points(panels.get(0)), is(rows(table, "rating_year", "rating_rows")));
    assertThat(points(panels.get(1)), is(rows(table, "rating_year", "mean_rating")));
  }

  @Test
  void slatesOfFiveAndMoreSubstitutesAreOne() {
    CategoryDataset data = categories(FIGURES.get(5));

    assertThat(data.getRowKeys(), is(List.of("1 movie", "2", "3", "4", "5 or more")));
    assertThat(data.getColumnKeys(), is(List.of("Action", "Drama", "Comedy")));
    assertThat(stack(data, "Action"), is(List.of(500.0, 700.0, 600.0, 400.0, 300.0)));
    assertThat(stack(data, "Drama"), is(List.of(900.0, 800.0, 0.0, 0.0, 0.0)));
    assertThat(stack(data, "Comedy"), is(List.of(0.0, 900.0, 0.0, 0.0, 3.0)));
  }

  @Test
  void popularityIsInSharesOfTheCluster() {
    CategoryDataset data = categories(FIGURES.get(6));

    assertThat(data.getRowKeys(), is(List.of("very low", "low", "medium", "high", "very high")));
    assertThat(
        data.getColumnKeys(), is(List.of("Action (3,443)", "Comedy (5,432)", "Drama (5,580)")));
    assertThat(
        stack(data, "Action (3,443)"),
        is(List.of(500 / 3443.0, 520 / 3443.0, 600 / 3443.0, 800 / 3443.0, 1023 / 3443.0)));
  }

  @Test
  void sampleShiftShowsDifferences() {
    assertThat(
        values(categories(FIGURES.get(7)), 0),
        is(column(TABLES.get("rating_distribution"), "share_difference")));
  }

  @Test
  void aRatingThatTheSampleLacksIsMissingWithItsWholeShare() {
    SummaryTable table =
        SummaryTable.builder(
                "rating_distribution",
                "rating",
                "full_count",
                "full_share",
                "sample_count",
                "sample_share",
                "share_difference")
            .row(0.5, 1, 0.25, null, null, null)
            .row(4.0, 3, 0.75, 2, 1.0, 0.25)
            .build();

    assertThat(values(categories(RatingDistributionFigure.of(table)), 1), is(listOf(null, 1.0)));
    assertThat(values(categories(SampleShiftFigure.of(table)), 0), is(List.of(-0.25, 0.25)));
  }

  @Test
  void moreClustersThanCanBeReadAreLeftOut() {
    SummaryTable.Builder table =
        SummaryTable.builder("slate_overlap", "spillover_cluster", "movies_on_slate", "slates");
    IntStream.range(0, 40).forEach(i -> table.row("Cluster " + i, 1, 40 - i));

    CategoryDataset data = categories(SlateOverlapFigure.of(table.build()));

    assertThat(data.getColumnCount(), is(25));
    assertThat(data.getColumnKey(24), is("Cluster 24"));
  }

  @Test
  void aMissingTableIsNamed() {
    Map<String, SummaryTable> tables = SeedTables.all();
    tables.remove("slate_overlap");

    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SetupFigures.of(tables));

    assertThat(
        e.getMessage(),
        is("the figures need the table slate_overlap, but got: " + tables.keySet()));
  }

  private static void assertHistogram(Figure figure, int panel, String name, String countColumn) {
    SummaryTable table = TABLES.get(name);
    IntervalXYDataset data =
        (IntervalXYDataset) ((XYPlot) figure.panels().get(panel).chart().getPlot()).getDataset();
    List<List<Double>> bins =
        IntStream.range(0, data.getItemCount(0))
            .mapToObj(
                i ->
                    List.of(
                        data.getStartXValue(0, i), data.getEndXValue(0, i), data.getYValue(0, i)))
            .toList();

    assertThat(name, bins, is(rows(table, "bin_start", "bin_end", countColumn)));
  }

  private static CategoryDataset categories(Figure figure) {
    return figure.panels().get(0).chart().getCategoryPlot().getDataset();
  }

  private static List<@Nullable Object> values(CategoryDataset data, int series) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < data.getColumnCount(); i++) {
      values.add(data.getValue(series, i));
    }
    return values;
  }

  private static List<Double> stack(CategoryDataset data, String category) {
    return IntStream.range(0, data.getRowCount())
        .mapToObj(i -> data.getValue(i, data.getColumnIndex(category)).doubleValue())
        .toList();
  }

  private static List<List<Double>> points(Panel panel) {
    XYDataset data = ((XYPlot) panel.chart().getPlot()).getDataset();
    return IntStream.range(0, data.getItemCount(0))
        .mapToObj(i -> List.of(data.getXValue(0, i), data.getYValue(0, i)))
        .toList();
  }

  private static List<@Nullable Object> column(SummaryTable table, String column) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      cells.add(table.cell(row, column));
    }
    return cells;
  }

  /** The numbers of some columns, row by row. */
  private static List<List<Double>> rows(SummaryTable table, String... columns) {
    return IntStream.range(0, table.rows().size())
        .mapToObj(
            row ->
                Stream.of(columns)
                    .map(column -> ((Number) table.cell(row, column)).doubleValue())
                    .toList())
        .toList();
  }

  private static List<@Nullable Object> listOf(@Nullable Object... values) {
    List<@Nullable Object> list = new ArrayList<>();
    Collections.addAll(list, values);
    return list;
  }
}
