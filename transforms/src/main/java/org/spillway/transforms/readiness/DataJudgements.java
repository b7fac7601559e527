package org.spillway.transforms.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.spillway.schemas.Judgement;
import org.spillway.schemas.Severity;
import org.spillway.schemas.SummaryTable;

/** Whether the rows read are all accounted for, and the sample stands for the whole. */
final class DataJudgements {
  private static final double LEAST_COVERAGE = 0.99;
  private static final double MOST_UNKNOWN = 0.01;
  private static final double MOST_DISTANCE = 0.05;
  private static final String RATINGS = "ratings.csv";

  private DataJudgements() {}

  static List<Judgement> of(RunTables tables) {
    return List.of(
        archiveFound(tables),
        rowsAccounted(tables),
        quotedLineBreaks(tables),
        nonEmpty(tables, "ratings_sample_rows", "sample_rating_rows", "ratings"),
        nonEmpty(tables, "sample_unique_users", "sample_unique_users", "users"),
        nonEmpty(tables, "sample_unique_movies", "sample_unique_movies", "movies"),
        joinCoverage(tables),
        unknownMovies(tables),
        repeatedPairs(tables),
        representative(tables));
  }

  private static Judgement archiveFound(RunTables tables) {
    boolean found = !tables.table("archive").rows().isEmpty();
    return new Criterion(
            "raw_zip_found",
            Severity.ERROR,
            "True",
            "The archive was found and its entries were listed.")
        .judge(found, found);
  }

  private static Judgement rowsAccounted(RunTables tables) {
    SummaryTable quality = tables.table("data_quality");
    Map<String, Long> balance = new TreeMap<>();
    for (int row = 0; row < quality.rows().size(); row++) {
      long count = quality.cell(row, "count") instanceof Long number ? number : 0;
      long signed =
          switch (String.valueOf(quality.cell(row, "figure"))) {
            case "rows_read" -> count;
            case "rows_accepted", "rows_rejected" -> -count;
            default -> 0;
          };
      String entry = quality.cell(row, "archive") + "!" + quality.cell(row, "entry");
      balance.merge(entry, signed, Long::sum);
    }
    long profiled = tables.count("full_rating_summary", "full_rating_rows_scanned");
    balance.put("full_rating_rows_scanned", profiled - countIn(quality, RATINGS, "rows_accepted"));
    return new Criterion(
            "rows_accounted",
            Severity.ERROR,
            "0 entries",
            "Entries in which rows read differ from rows accepted plus rows rejected, or ratings"
                + " accepted from ratings profiled: rows that would be lost without a word.")
        .noneOf(keysWhere(balance, difference -> difference != 0));
  }

  private static Judgement quotedLineBreaks(RunTables tables) {
    SummaryTable quality = tables.table("data_quality");
    long breaks = countIn(quality, "", "quoted_line_breaks");
    return new Criterion(
            "quoted_line_breaks",
            Severity.WARNING,
            "0",
            "Line breaks within quotes: no text of MovieLens has one, so a quote too many may have"
                + " made one row of several.")
        .judge(breaks, breaks == 0);
  }

  /** The sum of a figure over the entries whose names end so. */
  private static long countIn(SummaryTable quality, String entryEnding, String figure) {
    long sum = 0;
    for (int row = 0; row < quality.rows().size(); row++) {
      if (quality.cell(row, "figure").equals(figure)
          && String.valueOf(quality.cell(row, "entry")).endsWith(entryEnding)
          && quality.cell(row, "count") instanceof Long count) {
        sum += count;
      }
    }
    return sum;
  }

  private static Judgement nonEmpty(RunTables tables, String id, String metric, String what) {
    long count = tables.count("full_rating_summary", metric);
    return new Criterion(
            id, Severity.ERROR, "at least 1", "The sample has " + what + " to work with.")
        .judge(count, count >= 1);
  }

  private static Judgement joinCoverage(RunTables tables) {
    double rows = tables.count("join_quality", "sample_rating_rows");
    double share =
        rows == 0 ? 1 : 1 - tables.count("join_quality", "rows_missing_movie_title") / rows;
    return new Criterion(
            "join_coverage",
            Severity.WARNING,
            "at least " + LEAST_COVERAGE,
            "Share of sampled ratings whose movie has a title: without one a promoted movie cannot"
                + " be told from its substitutes.")
        .judge(share, share >= LEAST_COVERAGE);
  }

  private static Judgement unknownMovies(RunTables tables) {
    double rows = tables.count("join_quality", "sample_rating_rows");
    double share =
        rows == 0 ? 0 : tables.count("sample_quality", "ratings_of_unknown_movies") / rows;
    return new Criterion(
            "unknown_movies",
            Severity.WARNING,
            "at most " + MOST_UNKNOWN,
            "Share of sampled ratings whose movie is not in the catalog; such movies form a"
                + " cluster of their own that is none of substitutes.")
        .judge(share, share <= MOST_UNKNOWN);
  }

  private static Judgement repeatedPairs(RunTables tables) {
    long repeated = tables.count("sample_quality", "repeated_user_movie_rows");
    return new Criterion(
            "repeated_pairs",
            Severity.WARNING,
            "0",
            "Sampled ratings of a movie that the user had rated before: they are kept, and count"
                + " twice in every mean.")
        .judge(repeated, repeated == 0);
  }

  private static Judgement representative(RunTables tables) {
    double distance = 0;
    SummaryTable distribution = tables.table("rating_distribution");
    for (int row = 0; row < distribution.rows().size(); row++) {
      double full = number(distribution.cell(row, "full_share"));
      distance += Math.abs(number(distribution.cell(row, "sample_share")) - full) / 2;
    }
    return new Criterion(
            "sample_represents_file",
            Severity.WARNING,
            "at most " + MOST_DISTANCE,
            "Total variation distance between the ratings of the sample and of the full file: the"
                + " share of ratings that would have to change for the two to be alike.")
        .judge(distance, distance <= MOST_DISTANCE);
  }

  private static double number(Object cell) {
    return cell instanceof Double number ? number : 0;
  }

  private static List<String> keysWhere(Map<String, Long> counts, LongPredicate fault) {
    List<String> keys = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          if (fault.test(count)) {
            keys.add(key);
          }
        });
    return keys;
  }
}
