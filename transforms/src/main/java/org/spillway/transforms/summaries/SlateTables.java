package org.spillway.transforms.summaries;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.UserFeatures;

/** What can be wrong with seed slates, and how much of a user's history they cover. */
final class SlateTables {
  private static final double SECONDS_PER_DAY = 86_400;

  private SlateTables() {}

  /**
   * The table slate_faults: a row for each slate that does not fill positions 1 to the slate size,
   * or has a movie twice. By slate, then fault; empty if all is well.
   */
  static SummaryTable faults(Iterable<SeedSlate> slates, int slateSize) {
    List<Object[]> rows = new ArrayList<>();
    for (SeedSlate slate : slates) {
      if (slate.items().size() != slateSize) {
        rows.add(new Object[] {slate.slateId(), "positions"});
      }
      IntOpenHashSet movies = new IntOpenHashSet();
      for (SlateItem item : slate.items()) {
        movies.add(item.movieId());
      }
      if (movies.size() < slate.items().size()) {
        rows.add(new Object[] {slate.slateId(), "repeated_movie"});
      }
    }
    rows.sort(
        Comparator.comparing((Object[] row) -> (String) row[0])
            .thenComparing(row -> (String) row[1]));
    SummaryTable.Builder table = SummaryTable.builder("slate_faults", "slate_id", "fault");
    rows.forEach(table::row);
    return table.build();
  }

  /**
   * The table slate_time_span describes, over the slates, the days from a slate's earliest rating
   * to its latest, the days of its user's whole history, and the share of the former in the latter;
   * a history of a single moment has no share.
   */
  static SummaryTable timeSpans(Iterable<SeedSlate> slates, Iterable<UserFeatures> users) {
    Int2ObjectOpenHashMap<UserFeatures> byId = new Int2ObjectOpenHashMap<>();
    users.forEach(user -> byId.put(user.userId(), user));
    List<Double> slateDays = new ArrayList<>();
    List<Double> historyDays = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (SeedSlate slate : slates) {
      LongSummaryStatistics times =
          slate.items().stream().mapToLong(SlateItem::timestamp).summaryStatistics();
      long slateSeconds = times.getMax() - times.getMin();
      UserFeatures user = byId.get(slate.userId());
      long historySeconds = user.lastTimestamp() - user.firstTimestamp();
      slateDays.add(slateSeconds / SECONDS_PER_DAY);
      historyDays.add(historySeconds / SECONDS_PER_DAY);
      if (historySeconds > 0) {
        shares.add((double) slateSeconds / historySeconds);
      }
    }
    return DescribeTable.named("slate_time_span")
        .row("slate_span_days", array(slateDays))
        .row("history_span_days", array(historyDays))
        .row("slate_share_of_history", array(shares))
        .build();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
