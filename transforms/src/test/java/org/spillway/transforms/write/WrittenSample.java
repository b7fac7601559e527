package org.spillway.transforms.write;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Movie;
import org.spillway.schemas.PopularityBucket;
import org.spillway.schemas.ReadinessCheck;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SlateItem;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.UserFeatures;
import org.spillway.schemas.UserHistory;
import org.spillway.schemas.UserHistoryBuilder;

/** A few values of every kind that is written. */
final class WrittenSample {
  static final long NOON_1997 = 867_758_400; // 1997-07-01 12:00:00
  static final long LAST_1999 = 946_684_799; // 1999-12-31 23:59:59

  static final Movie TOY_STORY =
      Movie.of(1, "Toy Story (1995)", "Adventure|Animation|Children|Comedy|Fantasy");
  static final Movie NO_YEAR = Movie.of(7, "Irwin & Fran 2013", null);

  static final Catalog CATALOG = Catalog.of(List.of(TOY_STORY, NO_YEAR));

  static final List<UserHistory> HISTORIES =
      List.of(
          new UserHistoryBuilder(100, 2).add(7, 10, NOON_1997).add(1, 7, LAST_1999).build(),
          new UserHistoryBuilder(50, 2).add(1, 8, NOON_1997).add(99, 1, NOON_1997 + 1).build(),
          new UserHistoryBuilder(150, 1).add(1, 3, LAST_1999 + 1).build());

  static final List<ItemFeatures> ITEMS =
      List.of(
          new ItemFeatures(99, null, 1, 1, 0, NOON_1997, NOON_1997, PopularityBucket.VERY_LOW),
          new ItemFeatures(1, TOY_STORY, 3, 18, 1, NOON_1997, LAST_1999, PopularityBucket.HIGH));

  static final List<UserFeatures> USERS =
      List.of(
          new UserFeatures(100, 2, 17, 1, NOON_1997, LAST_1999, 2, 2),
          new UserFeatures(50, 2, 9, 1, NOON_1997, NOON_1997 + 1, 1, 1));

  static final List<SeedSlate> SLATES =
      List.of(
          new SeedSlate(
              100,
              List.of(
                  new SlateItem(7, NO_YEAR, 10, true, NOON_1997),
                  new SlateItem(1, TOY_STORY, 7, false, LAST_1999))),
          new SeedSlate(50, List.of(new SlateItem(99, null, 1, false, NOON_1997))));

  static final SummaryTable TABLE =
      SummaryTable.builder("rating_distribution", "rating", "full_count", "full_share")
          .row(0.5, 2, 0.25)
          .row(5.0, 6, null)
          .build();

  static final ArchiveEntry ENTRY =
      new ArchiveEntry("ml.zip", "ml/ratings.csv", 100, 1000, 0x00c0ffeeL);

  static final EntryReport REPORT =
      new EntryReport("ml.zip", "ml/ratings.csv", 6, 5, 1, new TreeMap<>(Map.of("lf_lines", 6L)));

  static final ReadinessCheck CHECK =
      new ReadinessCheck("ratings_sample_rows", 5, "Rows in the sample.");

  private WrittenSample() {}
}
