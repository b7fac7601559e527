package org.spillway.transforms.summaries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.PopularityBucket;
import org.spillway.schemas.SummaryTable;

/**
 * The tables with a row for every substitute cluster, by sampled ratings descending, then cluster:
 * cluster_readiness (setup spec, section 8) and popularity_by_cluster, the number of its movies in
 * each fifth of popularity.
 */
final class ClusterTables {

  private ClusterTables() {}

  static List<SummaryTable> of(List<ItemFeatures> items) {
    List<Map.Entry<String, List<ItemFeatures>>> clusters =
        items.stream()
            .collect(Collectors.groupingBy(ItemFeatures::spilloverCluster))
            .entrySet()
            .stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<String, List<ItemFeatures>> e) -> -ratings(e.getValue()))
                    .thenComparing(Map.Entry::getKey))
            .toList();
    return List.of(readiness(clusters), popularity(clusters));
  }

  private static SummaryTable readiness(List<Map.Entry<String, List<ItemFeatures>>> clusters) {
    SummaryTable.Builder table =
        SummaryTable.builder(
            "cluster_readiness",
            "spillover_cluster",
            "movies",
            "sampled_ratings",
            "mean_item_rating");
    clusters.forEach(
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

  private static SummaryTable popularity(List<Map.Entry<String, List<ItemFeatures>>> clusters) {
    SummaryTable.Builder table =
        SummaryTable.builder(
            "popularity_by_cluster",
            Stream.concat(
                    Stream.of("spillover_cluster"),
                    Stream.of(PopularityBucket.values()).map(PopularityBucket::label))
                .toArray(String[]::new));
    clusters.forEach(e -> table.row(popularityCells(e.getKey(), e.getValue())));
    return table.build();
  }

  private static Object[] popularityCells(String cluster, List<ItemFeatures> items) {
    List<Object> cells = new ArrayList<>();
    cells.add(cluster);
    for (PopularityBucket bucket : PopularityBucket.values()) {
      cells.add(items.stream().filter(item -> item.popularity() == bucket).count());
    }
    return cells.toArray();
  }

  private static long ratings(List<ItemFeatures> items) {
    return items.stream().mapToLong(ItemFeatures::ratings).sum();
  }
}
