package org.spillway.pipelines.setup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spillway.data.movielens.Edition;
import org.spillway.data.movielens.ReferenceFigure;
import org.spillway.data.movielens.ReferenceFigures;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;
import org.spillway.schemas.SummaryTable;
import org.spillway.transforms.readiness.RunTables;

class PublishedFiguresTest {

  @Test
  void onlyAnEditionWithPublishedFiguresHasChecks() {
    assertThat(PublishedFigures.of(Edition.ML_LATEST_SMALL), is(empty()));
    assertThat(PublishedFigures.of(Edition.ML_32M), hasSize(651));
  }

  @Test
  void tablesAsPublishedPass() {
    assertThat(failedOf(published()), is(empty()));
  }

  @Test
  void aWrongFigureFails() {
    Map<String, SummaryTable> tables = published();
    SummaryTable movies =
        SummaryTable.metrics("movie_summary")
            .row("movies", 87_584)
            .row("movies_with_release_year", 86_968)
            .row("movies_without_genres", 7_080)
            .row("distinct_primary_genres", 20)
            .row("median_genres_per_movie", 1.0)
            .build();
    tables.put(movies.name(), movies);

    assertThat(
        failedOf(tables),
        contains(
            new Judgement(
                "published_movie_summary_movies_value",
                "The published figure for this edition of MovieLens at the default parameters.",
                87_584L,
                "87585.0000",
                Severity.ERROR,
                false,
                List.of())));
  }

  @Test
  void aRowThatIsMissingFails() {
    Map<String, SummaryTable> tables = published();
    SummaryTable quality = tables.get("join_quality");
    tables.put(
        quality.name(),
        new SummaryTable(quality.name(), quality.columns(), quality.rows().subList(0, 3)));

    assertThat(
        failedOf(tables).stream().map(Judgement::id).toList(),
        contains("published_join_quality_distinct_primary_genres_in_ratings_value"));
  }

  @Test
  void theTopOfATableIsFoundByItsPlace() {
    Map<String, SummaryTable> tables = published();
    SummaryTable users = tables.get("top_users");
    List<List<@Nullable Object>> rows = new ArrayList<>(users.rows());
    Collections.swap(rows, 0, 1);
    tables.put(users.name(), new SummaryTable(users.name(), users.columns(), rows));

    assertThat(
        failedOf(tables).stream().filter(failed -> failed.id().endsWith("_userId")).toList(),
        hasSize(2));
  }

  private static List<Judgement> failedOf(Map<String, SummaryTable> tables) {
    RunTables run = new RunTables(tables.values());
    return PublishedFigures.of(Edition.ML_32M).stream()
        .map(expectation -> expectation.judge(run))
        .filter(judgement -> !judgement.passed())
        .toList();
  }

  /** Tables with nothing in them but the published figures. */
  private static Map<String, SummaryTable> published() {
    Map<String, SummaryTable> tables = new LinkedHashMap<>();
    for (String name : ReferenceFigures.ml32m().tables()) {
      tables.put(name, table(name, ReferenceFigures.ml32m().of(name)));
    }
    return tables;
  }

  private static SummaryTable table(String name, List<ReferenceFigure> figures) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    Set<String> columns = new LinkedHashSet<>();
    for (ReferenceFigure figure : figures) {
      rows.computeIfAbsent(figure.row(), row -> new LinkedHashMap<>())
          .put(figure.column(), figure.value());
      columns.add(figure.column());
    }
    List<String> header = new ArrayList<>(columns);
    header.add(0, "row");
    List<List<@Nullable Object>> cells = new ArrayList<>();
    rows.forEach(
        (row, byColumn) -> {
          List<@Nullable Object> texts = new ArrayList<>();
          texts.add(row);
          columns.forEach(column -> texts.add(byColumn.get(column)));
          cells.add(texts);
        });
    return new SummaryTable(name, header, cells);
  }
}
