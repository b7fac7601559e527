package org.spillway.transforms.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.SummaryTable;

/**
 * Conclusions in a run's own numbers. One that a table cannot support, for it is missing or has no
 * rows, is left out.
 */
final class Takeaways {
  private final Map<String, SummaryTable> tables;

  private Takeaways(Map<String, SummaryTable> tables) {
    this.tables = tables;
  }

  /** The conclusions from these tables, by name. */
  static List<String> of(Map<String, SummaryTable> tables) {
    Takeaways takeaways = new Takeaways(tables);
    List<String> sentences = new ArrayList<>();
    takeaways.sample().ifPresent(sentences::add);
    takeaways.distance().ifPresent(sentences::add);
    takeaways.clusters().ifPresent(sentences::add);
    takeaways.overlap().ifPresent(sentences::add);
    sentences.add(
        "Ratings say what users like, not what they were shown: nothing here is an impression or a"
            + " promotion. Exposure, direct and through substitutes, is simulated on the seed slates.");
    return sentences;
  }

  private Optional<String> sample() {
    return table("full_rating_summary")
        .filter(table -> number(table.metric("sample_unique_users")) > 0)
        .map(
            table ->
                say(
                    "%,.0f of %,.0f users are in the sample with every rating that they gave:"
                        + " %,.0f of %,.0f (%.1f%%).",
                    number(table.metric("sample_unique_users")),
                    number(table.metric("full_unique_users")),
                    number(table.metric("sample_rating_rows")),
                    number(table.metric("full_rating_rows_scanned")),
                    100
                        * number(table.metric("sample_rating_rows"))
                        / number(table.metric("full_rating_rows_scanned"))));
  }

  /** Half the sum of the differences between shares: what would have to move for them to agree. */
  private Optional<String> distance() {
    return table("rating_distribution")
        .map(
            table -> {
              double moved = 0;
              for (int row = 0; row < table.rows().size(); row++) {
                moved +=
                    Math.abs(
                        number(table.cell(row, "sample_share"))
                            - number(table.cell(row, "full_share")));
              }
              return say(
                  "%.1f%% of the sample's ratings would have to differ for its distribution to be"
                      + " that of the full file.",
                  100 * moved / 2);
            });
  }

  private Optional<String> clusters() {
    return table("cluster_readiness")
        .map(
            table -> {
              double ratings = 0;
              for (int row = 0; row < table.rows().size(); row++) {
                ratings += number(table.cell(row, "sampled_ratings"));
              }
              return say(
                  "The movies fall into %d clusters of substitutes. The largest, %s, has %.0f%% of"
                      + " the sampled ratings; the smallest, %s, has %,.0f.",
                  table.rows().size(),
                  table.cell(0, "spillover_cluster"),
                  100 * number(table.cell(0, "sampled_ratings")) / ratings,
                  table.cell(table.rows().size() - 1, "spillover_cluster"),
                  number(table.cell(table.rows().size() - 1, "sampled_ratings")));
            });
  }

  private Optional<String> overlap() {
    return table("slate_overlap")
        .map(
            table -> {
              double meetings = 0;
              double shared = 0;
              for (int row = 0; row < table.rows().size(); row++) {
                double slates = number(table.cell(row, "slates"));
                meetings += slates;
                shared += number(table.cell(row, "movies_on_slate")) > 1 ? slates : 0;
              }
              return say(
                  "Where a slate has a movie of a cluster, it has another of the same cluster in"
                      + " %.0f%% of cases: there a promotion can displace a substitute.",
                  100 * shared / meetings);
            });
  }

  private Optional<SummaryTable> table(String name) {
    return Optional.ofNullable(tables.get(name)).filter(table -> !table.rows().isEmpty());
  }

  /** A cell's number; a missing one counts as nothing. */
  private static double number(@Nullable Object cell) {
    return cell instanceof Number number ? number.doubleValue() : 0;
  }

  private static String say(String sentence, Object... numbers) {
    return String.format(Locale.ROOT, sentence, numbers);
  }
}
