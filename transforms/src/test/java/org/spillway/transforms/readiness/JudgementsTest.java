package org.spillway.transforms.readiness;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;
import org.spillway.schemas.SummaryTable;

/** Each judgement passes on a sound run, and fails on the one figure that it is about. */
class JudgementsTest {
  private final Map<String, SummaryTable> tables = soundRun();

  @Test
  void aSoundRunPassesEverything() {
    assertThat(failed(), is(empty()));
    assertThat(judge().size(), is(20));
    assertThat(judge().stream().map(Judgement::id).distinct().count(), is(20L));
  }

  @ParameterizedTest
  @CsvSource({
    "full_rating_summary, sample_rating_rows, 0, ratings_sample_rows, ERROR",
    "full_rating_summary, sample_unique_users, 0, sample_unique_users, ERROR",
    "full_rating_summary, sample_unique_movies, 0, sample_unique_movies, ERROR",
    "join_quality, rows_missing_movie_title, 11, join_coverage, WARNING",
    "sample_quality, ratings_of_unknown_movies, 11, unknown_movies, WARNING",
    "sample_quality, repeated_user_movie_rows, 1, repeated_pairs, WARNING",
    "slate_seed_summary, eligible_users_considered, 0, eligible_users, ERROR",
    "slate_seed_summary, rows_in_seed_slate_table, 35, seed_slate_rows, ERROR",
  })
  void aCount(String table, String metric, long value, String id, Severity severity) {
    put(table, metric, value);

    assertThat(failed().stream().map(Judgement::id).toList(), contains(id));
    assertThat(failed().get(0).severity(), is(severity));
  }

  @Test
  void aRowThatIsNotAccountedFor() {
    tables.put(
        "data_quality",
        SummaryTable.builder("data_quality", "archive", "entry", "figure", "count")
            .row("a.zip", "ratings.csv", "rows_read", 10)
            .row("a.zip", "ratings.csv", "rows_accepted", 8)
            .row("a.zip", "ratings.csv", "rows_rejected", 1)
            .row("a.zip", "ratings.csv", "lines_ending_in_lf", 7)
            .build());

    assertThat(failed().get(0).id(), is("rows_accounted"));
    assertThat(failed().get(0).failing(), contains("a.zip!ratings.csv"));
  }

  @Test
  void aRatingThatIsAcceptedButNotProfiled() {
    put("full_rating_summary", "full_rating_rows_scanned", 7);

    assertThat(failed().get(0).id(), is("rows_accounted"));
    assertThat(failed().get(0).failing(), contains("full_rating_rows_scanned"));
  }

  @Test
  void aQuoteThatRunsOverLines() {
    tables.put(
        "data_quality",
        SummaryTable.builder("data_quality", "archive", "entry", "figure", "count")
            .row("a.zip", "ratings.csv", "rows_accepted", 8)
            .row("a.zip", "ratings.csv", "rows_read", 8)
            .row("a.zip", "tags.csv", "quoted_line_breaks", 2)
            .build());

    assertThat(failed().stream().map(Judgement::id).toList(), contains("quoted_line_breaks"));
    assertThat(failed().get(0).severity(), is(Severity.WARNING));
  }

  @Test
  void aSampleThatIsUnlikeTheFile() {
    tables.put("rating_distribution", distribution(0.44));
    assertThat(failed().get(0).id(), is("sample_represents_file"));
    assertThat((Double) failed().get(0).observed() > 0.05, is(true));

    tables.put("rating_distribution", distribution(0.46));
    assertThat(failed(), is(empty()));
  }

  @Test
  void slatesAreNamed() {
    tables.put(
        "slate_faults",
        SummaryTable.builder("slate_faults", "slate_id", "fault")
            .row("user_1_seed", "positions")
            .row("user_2_seed", "repeated_movie")
            .build());

    assertThat(
        failed().stream().map(Judgement::failing).toList(),
        contains(List.of("user_1_seed"), List.of("user_2_seed")));
  }

  @Test
  void smallClustersAreNamed() {
    tables.put(
        "cluster_readiness",
        SummaryTable.builder("cluster_readiness", "spillover_cluster", "movies")
            .row("Drama", 10)
            .row("IMAX", 9)
            .build());

    assertThat(failed().get(0).id(), is("small_clusters"));
    assertThat(failed().get(0).failing(), contains("IMAX"));
  }

  @Test
  void genresThatAreFirstByTheAlphabet() {
    put("genre_order", "alphabetical_share", 0.51);
    tables.put(
        "genre_primary_share",
        SummaryTable.builder("genre_primary_share", "genre", "primary_share")
            .row("Action", 0.9)
            .row("War", 0.09)
            .build());

    assertThat(
        failed().stream().map(Judgement::id).toList(),
        contains("alphabetical_genres", "rarely_primary_genres"));
    assertThat(failed().get(1).failing(), contains("War"));
  }

  @Test
  void slatesOverYears() {
    tables.put(
        "slate_time_span", SummaryTable.builder("slate_time_span", "50%").row(366.0).build());

    assertThat(failed().get(0).id(), is("slate_time_span"));
  }

  @Test
  void expectationsAreJudgedLast() {
    Judgement expected =
        new Judgement("more", "", 1, "2", Severity.WARNING, false, List.of("a", "b"));

    List<Judgement> all =
        WriteReadiness.judgements(new RunTables(tables.values()), List.of(run -> expected));

    assertThat(all.get(all.size() - 1), is(expected));
  }

  @Test
  void jsonReadsBack() throws IOException {
    put("sample_quality", "repeated_user_movie_rows", 3);

    assertThat(JudgementsJson.read(JudgementsJson.write(judge())), is(judge()));
  }

  private List<Judgement> judge() {
    return WriteReadiness.judgements(new RunTables(tables.values()), List.of());
  }

  private List<Judgement> failed() {
    return judge().stream().filter(judgement -> !judgement.passed()).toList();
  }

  private void put(String table, String metric, Object value) {
    SummaryTable.Builder changed = SummaryTable.metrics(table);
    tables
        .get(table)
        .rows()
        .forEach(row -> changed.row(row.get(0), metric.equals(row.get(0)) ? value : row.get(1)));
    tables.put(table, changed.build());
  }

  private static SummaryTable distribution(double sampleShare) {
    return SummaryTable.builder("rating_distribution", "rating", "full_share", "sample_share")
        .row(4.0, 0.5, sampleShare)
        .row(5.0, 0.5, 1 - sampleShare)
        .build();
  }

  private static Map<String, SummaryTable> soundRun() {
    List<SummaryTable> sound = new ArrayList<>();
    sound.add(SummaryTable.builder("archive", "file").row("ratings.csv").build());
    sound.add(
        SummaryTable.builder("data_quality", "archive", "entry", "figure", "count")
            .row("a.zip", "ratings.csv", "rows_read", 10)
            .row("a.zip", "ratings.csv", "rows_accepted", 8)
            .row("a.zip", "ratings.csv", "rows_rejected", 2)
            .build());
    sound.add(
        SummaryTable.metrics("full_rating_summary")
            .row("full_rating_rows_scanned", 8)
            .row("sample_rating_rows", 1000)
            .row("sample_unique_users", 10)
            .row("sample_unique_movies", 20)
            .build());
    sound.add(
        SummaryTable.metrics("join_quality")
            .row("sample_rating_rows", 1000)
            .row("rows_missing_movie_title", 10)
            .build());
    sound.add(
        SummaryTable.metrics("sample_quality")
            .row("repeated_user_movie_rows", 0)
            .row("ratings_of_unknown_movies", 10)
            .build());
    sound.add(distribution(0.5));
    sound.add(
        SummaryTable.metrics("slate_seed_summary")
            .row("eligible_users_considered", 4)
            .row("complete_seed_slates", 3)
            .row("rows_in_seed_slate_table", 36)
            .row("slate_size", 12)
            .build());
    sound.add(SummaryTable.builder("slate_faults", "slate_id", "fault").build());
    sound.add(SummaryTable.builder("slate_time_span", "50%").row(365.0).build());
    sound.add(
        SummaryTable.builder("cluster_readiness", "spillover_cluster", "movies")
            .row("Drama", 10)
            .row("Comedy", 11)
            .build());
    sound.add(SummaryTable.metrics("genre_order").row("alphabetical_share", 0.5).build());
    sound.add(
        SummaryTable.builder("genre_primary_share", "genre", "primary_share")
            .row("Action", 0.1)
            .build());
    Map<String, SummaryTable> byName = new LinkedHashMap<>();
    sound.forEach(table -> byName.put(table.name(), table));
    return byName;
  }
}
