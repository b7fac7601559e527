package org.spillway.transforms.summaries;

import com.google.auto.value.AutoValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Movie;
import org.spillway.schemas.SummaryTable;

/**
 * Describes the rated movies together: the tables item_summary and top_items (setup spec, section
 * 7), item_popularity_histogram, which its figure draws, and those of {@link ClusterTables}.
 */
@AutoValue
public abstract class SummarizeItems
    extends PTransform<PCollection<List<ItemFeatures>>, PCollection<SummaryTable>> {
  private static final int TOP = 15;
  private static final int POPULARITY_BINS = 80;

  /** Summarizes items. */
  public static SummarizeItems create() {
    return new AutoValue_SummarizeItems();
  }

  @Override
  public PCollection<SummaryTable> expand(PCollection<List<ItemFeatures>> items) {
    return items.apply("Tables", Tabulate.with(SummarizeItems::tables));
  }

  static List<SummaryTable> tables(List<ItemFeatures> items) {
    List<SummaryTable> tables = new ArrayList<>();
    tables.add(summary(items));
    tables.add(top(items));
    tables.add(popularityHistogram(items));
    tables.addAll(ClusterTables.of(items));
    return tables;
  }

  private static SummaryTable popularityHistogram(List<ItemFeatures> items) {
    return Histogram.logarithmic(
            items.stream().mapToInt(ItemFeatures::ratings).toArray(), POPULARITY_BINS)
        .table("item_popularity_histogram", "movies");
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
}
