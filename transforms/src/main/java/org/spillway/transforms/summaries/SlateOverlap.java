package org.spillway.transforms.summaries;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.SummaryTable;

/**
 * How many substitutes share a slate: the table slate_overlap. For each cluster and each number of
 * its movies that some slate has, from 1 on, the number of such slates. By the cluster's slates
 * descending, then cluster, then the number of movies.
 */
final class SlateOverlap {

  private SlateOverlap() {}

  static SummaryTable of(Iterable<SeedSlate> slates) {
    Map<String, SortedMap<Integer, Integer>> slatesByItems = new HashMap<>();
    for (SeedSlate slate : slates) {
      Map<String, Integer> items = new HashMap<>();
      for (SlateItem item : slate.items()) {
        items.merge(item.spilloverCluster(), 1, Integer::sum);
      }
      items.forEach(
          (cluster, count) ->
              slatesByItems
                  .computeIfAbsent(cluster, name -> new TreeMap<>())
                  .merge(count, 1, Integer::sum));
    }
    SummaryTable.Builder table =
        SummaryTable.builder("slate_overlap", "spillover_cluster", "movies_on_slate", "slates");
    slatesByItems.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, SortedMap<Integer, Integer>> e) -> -total(e.getValue()))
                .thenComparing(Map.Entry::getKey))
        .forEach(e -> e.getValue().forEach((items, count) -> table.row(e.getKey(), items, count)));
    return table.build();
  }

  private static int total(Map<Integer, Integer> slates) {
    return slates.values().stream().mapToInt(Integer::intValue).sum();
  }
}
