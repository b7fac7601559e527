package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SummaryTable;

/**
 * Describes the rated movies together: the tables item_summary and top_items (setup spec, section
 * 7) and cluster_readiness (section 8). All items are in memory at once.
 */
@AutoValue
public abstract class SummarizeItems
    extends PTransform<PCollection<ItemFeatures>, PCollection<SummaryTable>> {
  private static final int TOP = 15;

  /** Summarizes items. */
  public static SummarizeItems create() {
    return new AutoValue_SummarizeItems();
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<ItemFeatures> items) {
    return items.apply("Items", Tabulate.with(SummarizeItems::tables));
  }

  static List<SummaryTable> tables(List<ItemFeatures> items) {
    return List.of(summary(items), top(items), clusters(items));
  }

  private static SummaryTable summary(List<ItemFeatures> items) {
    return DescribeTable.named("item_summary")
        .row("sample_rating_count", items.stream().mapToDouble(ItemFeatures::ratings).toArray())
        .row("sample_mean_rating", items.stream().mapToDouble(ItemFeatures::meanRating).toArray())
        .row("sample_liked_rate", items.stream().mapToDouble(ItemFeatures::likedRate).toArray())
        .row("genre_count", genreCounts(items))
        .build();
  }

  private static double[] genreCounts(List<ItemFeatures> items) {
    return items.stream()
        .map(ItemFeatures::movie)
        .filter(movie -> movie != null)
        .mapToDouble(Movie::genreCount)
        .toArray();
  }

  private static SummaryTable top(List<ItemFeatures> items) {
    SummaryTable.Builder table =
        SummaryTable.builder(
            "top_items",
            "movieId",
            "title",
            "primary_genre",
            "sample_rating_count",
            "sample_mean_rating",
            "sample_liked_rate");
    items.stream()
        .sorted(
            Comparator.comparingInt(ItemFeatures::ratings)
                .reversed()
                .thenComparingInt(ItemFeatures::movieId))
        .limit(TOP)
        .forEach(
            item -> {
              Movie movie = item.movie();
              table.row(
                  item.movieId(),
                  movie == null ? null : movie.title(),
                  movie == null ? null : movie.primaryGenre(),
                  item.ratings(),
                  item.meanRating(),
                  item.likedRate());
            });
    return table.build();
  }

  private static SummaryTable clusters(List<ItemFeatures> items) {
    SummaryTable.Builder table =
        SummaryTable.builder(
            "cluster_readiness",
            "spillover_cluster",
            "movies",
            "sampled_ratings",
            "mean_item_rating");
    items.stream()
        .collect(Collectors.groupingBy(ItemFeatures::spilloverCluster))
        .entrySet()
        .stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, List<ItemFeatures>> e) -> -ratings(e.getValue()))
                .thenComparing(Map.Entry::getKey))
        .forEach(
            e ->
                table.row(
                    e.getKey(),
                    e.getValue().size(),
                    ratings(e.getValue()),
                    Description.of(
                            e.getValue().stream().mapToDouble(ItemFeatures::meanRating).toArray())
                        .mean()));
    return table.build();
  }

  private static long ratings(List<ItemFeatures> items) {
    return items.stream().mapToLong(ItemFeatures::ratings).sum();
  }
}
