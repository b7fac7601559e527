package org.spillway.transforms.readiness;

import java.util.ArrayList;
import java.util.List;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;
import org.spillway.schemas.SummaryTable;

/** Whether slates and substitute clusters can bear a study of interference. */
final class DesignJudgements {
  private static final int LEAST_MOVIES = 10;
  private static final double MOST_ALPHABETICAL = 0.5;
  private static final double LEAST_PRIMARY = 0.1;
  private static final double MOST_SLATE_DAYS = 365;

  private DesignJudgements() {}

  static List<Judgement> of(RunTables tables) {
    return List.of(
        eligibleUsers(tables),
        completeSlates(tables),
        slateRows(tables),
        slatePositions(tables),
        repeatedMovies(tables),
        slateSpan(tables),
        clusters(tables),
        smallClusters(tables),
        alphabeticalGenres(tables),
        rarelyPrimaryGenres(tables));
  }

  private static Judgement eligibleUsers(RunTables tables) {
    long users = tables.count("slate_seed_summary", "eligible_users_considered");
    return new Criterion(
            "eligible_users",
            Severity.ERROR,
            "at least 1",
            "Users with enough ratings for a seed slate.")
        .judge(users, users >= 1);
  }

  private static Judgement completeSlates(RunTables tables) {
    long slates = tables.count("slate_seed_summary", "complete_seed_slates");
    return new Criterion(
            "complete_seed_slates",
            Severity.ERROR,
            "at least 1",
            "Seed slates with every position filled: the units on which promotions are simulated.")
        .judge(slates, slates >= 1);
  }

  private static Judgement slateRows(RunTables tables) {
    long rows = tables.count("slate_seed_summary", "rows_in_seed_slate_table");
    long expected =
        tables.count("slate_seed_summary", "complete_seed_slates")
            * tables.count("slate_seed_summary", "slate_size");
    return new Criterion(
            "seed_slate_rows",
            Severity.ERROR,
            "exactly " + expected,
            "Rows of the seed slates: the number of slates times the slate size.")
        .judge(rows, rows == expected);
  }

  private static Judgement slatePositions(RunTables tables) {
    return new Criterion(
            "slate_positions",
            Severity.ERROR,
            "0 slates",
            "Slates that do not have a movie at every position from 1 to the slate size: a promotion"
                + " could not be put at one.")
        .noneOf(faults(tables, "positions"));
  }

  private static Judgement repeatedMovies(RunTables tables) {
    return new Criterion(
            "slate_repeated_movies",
            Severity.WARNING,
            "0 slates",
            "Slates that have a movie twice: it would compete with itself.")
        .noneOf(faults(tables, "repeated_movie"));
  }

  private static Judgement slateSpan(RunTables tables) {
    Object median = tables.table("slate_time_span").cell(0, "50%");
    return new Criterion(
            "slate_time_span",
            Severity.INFO,
            "at most " + MOST_SLATE_DAYS + " days",
            "Median days from a slate's earliest rating to its latest: movies that were rated years"
                + " apart never competed for the same attention.")
        .judge(median, !(median instanceof Double days) || days <= MOST_SLATE_DAYS);
  }

  private static Judgement clusters(RunTables tables) {
    int clusters = tables.table("cluster_readiness").rows().size();
    return new Criterion(
            "spillover_clusters",
            Severity.WARNING,
            "at least 2",
            "Substitute clusters among the rated movies: with a single one every movie is a"
                + " substitute of every other.")
        .judge(clusters, clusters >= 2);
  }

  private static Judgement smallClusters(RunTables tables) {
    SummaryTable clusters = tables.table("cluster_readiness");
    List<String> small = new ArrayList<>();
    for (int row = 0; row < clusters.rows().size(); row++) {
      if (clusters.cell(row, "movies") instanceof Long movies && movies < LEAST_MOVIES) {
        small.add(String.valueOf(clusters.cell(row, "spillover_cluster")));
      }
    }
    return new Criterion(
            "small_clusters",
            Severity.INFO,
            "0 clusters",
            "Clusters with fewer than "
                + LEAST_MOVIES
                + " rated movies: too few substitutes to compare, so merge them or leave them out.")
        .noneOf(small);
  }

  private static Judgement alphabeticalGenres(RunTables tables) {
    Object share = tables.metric("genre_order", "alphabetical_share");
    return new Criterion(
            "alphabetical_genres",
            Severity.INFO,
            "at most " + MOST_ALPHABETICAL,
            "Share of the movies with several genres that list them by the alphabet: there the"
                + " primary genre, and with it the cluster, is chosen by its initial letter.")
        .judge(share, !(share instanceof Double number) || number <= MOST_ALPHABETICAL);
  }

  private static Judgement rarelyPrimaryGenres(RunTables tables) {
    SummaryTable shares = tables.table("genre_primary_share");
    List<String> rare = new ArrayList<>();
    for (int row = 0; row < shares.rows().size(); row++) {
      if (shares.cell(row, "primary_share") instanceof Double share && share < LEAST_PRIMARY) {
        rare.add(String.valueOf(shares.cell(row, "genre")));
      }
    }
    return new Criterion(
            "rarely_primary_genres",
            Severity.INFO,
            "0 genres",
            "Genres that are primary for fewer than one in ten of their movies: most of their"
                + " substitutes are in other clusters.")
        .noneOf(rare);
  }

  private static List<String> faults(RunTables tables, String fault) {
    SummaryTable faults = tables.table("slate_faults");
    List<String> slates = new ArrayList<>();
    for (int row = 0; row < faults.rows().size(); row++) {
      if (fault.equals(faults.cell(row, "fault"))) {
        slates.add(String.valueOf(faults.cell(row, "slate_id")));
      }
    }
    return slates;
  }
}
