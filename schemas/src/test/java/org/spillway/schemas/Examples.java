package org.spillway.schemas;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Values of every type that flows, chosen to be hard on its coder. All differ from each other. */
final class Examples {

  /** Beyond the basic plane, combining, right to left, NUL, no-break and zero width space. */
  static final String ODD_TEXT = "\uD83C\uDFAC e\u0301 \u05E9\u05DC \u0000\u00A0\u200B\r\n\"|,";

  static final String LONG_TEXT = "long ".repeat(20_000);

  static final Movie TOY_STORY = Movie.of(1, "Toy Story (1995)", "Adventure|Animation|Children");
  static final Movie BARE_MOVIE = Movie.of(Integer.MAX_VALUE, null, null);

  private Examples() {}

  static List<Example<?>> all() {
    return List.of(
        Example.of(
            ArchiveEntry.class,
            new ArchiveEntry("a.zip", "ml-32m/ratings.csv", 218_785_900, 877_076_222, 0xFFFFFFFFL),
            new ArchiveEntry("", "", 0, 0, 0),
            new ArchiveEntry(ODD_TEXT, LONG_TEXT, Long.MAX_VALUE, Long.MAX_VALUE, 1)),
        Example.of(
            new TypeDescriptor<Batch<Tag>>() {},
            new Batch<>(0, List.of()),
            new Batch<>(Long.MAX_VALUE, List.of(new Tag(1, 2, null, 3))),
            new Batch<>(
                70_000,
                IntStream.range(1, 2_000).mapToObj(i -> new Tag(i, 1, "tag" + i, i)).toList())),
        Example.of(
            Catalog.class,
            Catalog.of(List.of()),
            Catalog.of(List.of(BARE_MOVIE, TOY_STORY)),
            Catalog.of(List.of(TOY_STORY, BARE_MOVIE)),
            Catalog.of(
                IntStream.range(1, 5_000)
                    .mapToObj(i -> Movie.of(i * 7, "Movie " + i + " (1999)", "Drama"))
                    .toList())),
        Example.of(
            DistinctIds.class,
            ids(),
            ids(0),
            ids(1, 63, 64, (1 << 20) - 1, 1 << 20, Integer.MAX_VALUE),
            ids(IntStream.range(1, 20_000).map(i -> i * 100).toArray())),
        Example.of(
            EnrichedHistory.class,
            EnrichedHistory.join(
                new UserHistoryBuilder(7, 3).add(1, 10, 5).add(2, 1, 6).add(1, 9, 7).build(),
                Catalog.of(List.of(TOY_STORY))),
            EnrichedHistory.join(
                new UserHistoryBuilder(7, 3).add(1, 10, 5).add(2, 1, 6).add(1, 9, 7).build(),
                Catalog.of(List.of())),
            EnrichedHistory.join(
                new UserHistoryBuilder(8, 1).add(Integer.MAX_VALUE, 1, 0).build(),
                Catalog.of(List.of(BARE_MOVIE)))),
        Example.of(
            EntryReport.class,
            new EntryReport("a.zip", "tags.csv", 3, 2, 1, new TreeMap<>(Map.of("b", 2L, "a", 1L))),
            new EntryReport(ODD_TEXT, "", 0, 0, 0, new TreeMap<>()),
            new EntryReport("", "", Long.MAX_VALUE, Long.MAX_VALUE, 0, new TreeMap<>())),
        Example.of(
            ItemFeatures.class,
            new ItemFeatures(1, TOY_STORY, 4, 31, 3, 900, 1_000, PopularityBucket.VERY_LOW),
            new ItemFeatures(1, null, 4, 31, 3, 900, 1_000, PopularityBucket.VERY_HIGH),
            new ItemFeatures(
                Integer.MAX_VALUE,
                BARE_MOVIE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                0,
                0,
                Timestamps.MAX,
                PopularityBucket.MEDIUM)),
        Example.of(
            Judgement.class,
            new Judgement("id", "meaning", 3, "0", Severity.ERROR, false, List.of("a", "ü")),
            new Judgement("", "", null, "", Severity.INFO, true, List.of())),
        Example.of(
            Link.class,
            new Link(1, "0114709", "862"),
            new Link(1, null, ""),
            new Link(1, "", null),
            new Link(Integer.MAX_VALUE, null, null)),
        Example.of(
            Movie.class,
            TOY_STORY,
            BARE_MOVIE,
            Movie.of(1, "", ""),
            Movie.of(1, ODD_TEXT, null),
            Movie.of(1, null, LONG_TEXT)),
        Example.of(
            OutputFile.class,
            new OutputFile("processed/a.parquet", "/out/.s/1", 5, 6, "0".repeat(64), "{}"),
            new OutputFile("", ODD_TEXT, Long.MAX_VALUE, Long.MAX_VALUE, "", LONG_TEXT)),
        Example.of(
            RatingBatch.class,
            new RatingBatchBuilder(0, 0).build(),
            ratings(1, 1),
            ratings(Long.MAX_VALUE, 3),
            ratings(65_536, RatingBatch.MAX_ROWS),
            extremeRatings()),
        Example.of(
            RatingsProfile.class, profile(), profile(ratings(0, 3)), profile(extremeRatings())),
        Example.of(
            ReadinessCheck.class,
            new ReadinessCheck("raw_zip_found", true, "Found."),
            new ReadinessCheck("raw_zip_found", null, "Found."),
            new ReadinessCheck("", Long.MIN_VALUE, ODD_TEXT)),
        Example.of(
            RejectedRow.class,
            new RejectedRow("a.zip", "ratings.csv", 7, "rating", "expected, found", "1,2,9,4"),
            new RejectedRow("", "", Long.MAX_VALUE, "", ODD_TEXT, LONG_TEXT)),
        Example.of(
            SeedSlate.class,
            new SeedSlate(1, List.of()),
            new SeedSlate(
                Integer.MAX_VALUE,
                List.of(
                    new SlateItem(1, TOY_STORY, 10, true, Timestamps.MAX),
                    new SlateItem(1, null, 1, false, 0),
                    new SlateItem(Integer.MAX_VALUE, BARE_MOVIE, 7, false, 1)))),
        Example.of(
            SummaryTable.class,
            SummaryTable.metrics("empty").build(),
            SummaryTable.builder(ODD_TEXT, "one column", "another")
                .row(null, "")
                .row(Long.MIN_VALUE, Long.MAX_VALUE)
                .row(Double.NaN, -0.0)
                .row(0.0, Double.NEGATIVE_INFINITY)
                .row(Double.MIN_VALUE, 0L)
                .row(true, false)
                .row(LocalDateTime.MIN, LocalDateTime.of(2100, 12, 31, 23, 59, 59))
                .row(ODD_TEXT, LONG_TEXT)
                .build()),
        Example.of(
            Tag.class,
            new Tag(1, 2, "Kevin Kline", 1_583_038_886),
            new Tag(1, 2, null, 1_583_038_886),
            new Tag(1, 2, "", 0),
            new Tag(Integer.MAX_VALUE, Integer.MAX_VALUE, ODD_TEXT, Timestamps.MAX)),
        Example.of(
            UserFeatures.class,
            new UserFeatures(50, 3, 25, 2, 100, 200, 1, 2),
            new UserFeatures(
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                0,
                Timestamps.MAX,
                131,
                20)),
        Example.of(
            UserHistory.class,
            new UserHistoryBuilder(1, 0).build(),
            new UserHistoryBuilder(1, 0).add(5, 10, 100).add(5, 10, 100).add(3, 1, 0).build(),
            new UserHistoryBuilder(Integer.MAX_VALUE, 2)
                .add(Integer.MAX_VALUE, 1, Timestamps.MAX)
                .add(1, 10, 0)
                .build()));
  }

  static RatingBatch ratings(long position, int rows) {
    RatingBatchBuilder builder = new RatingBatchBuilder(position, rows);
    for (int i = 0; i < rows; i++) {
      builder.add(1 + i / 100, 1 + (i % 100) * 31, 1 + i % 10, 1_262_077_000L + i * 7L % 5_000);
    }
    return builder.build();
  }

  static RatingsProfile profile(RatingBatch... batches) {
    RatingsProfile profile = new RatingsProfile();
    for (RatingBatch batch : batches) {
      profile.add(batch);
    }
    return profile;
  }

  static DistinctIds ids(int... ids) {
    DistinctIds set = new DistinctIds();
    for (int id : ids) {
      set.add(id);
    }
    return set;
  }

  private static RatingBatch extremeRatings() {
    RatingBatchBuilder builder = new RatingBatchBuilder(Long.MAX_VALUE, 1);
    builder.add(Integer.MAX_VALUE, 1, 10, 0);
    builder.add(1, Integer.MAX_VALUE, 1, Timestamps.MAX);
    builder.add(Integer.MAX_VALUE, Integer.MAX_VALUE, 5, 0x7FFFFFFFL);
    builder.add(1, 1, 5, 0x80000000L);
    return builder.build();
  }
}
