package org.spillway.schemas;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple4;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Any values of every type that flows, as an {@link Example} of a few each. */
final class ArbitraryValues {

  private ArbitraryValues() {}

  static Arbitrary<Example<?>> examples() {
    return Arbitraries.oneOf(
        List.of(
            of(ArchiveEntry.class, entries()),
            of(new TypeDescriptor<Batch<Tag>>() {}, tagBatches()),
            of(Catalog.class, catalogs()),
            of(DistinctIds.class, ids()),
            of(EnrichedHistory.class, enriched()),
            of(EntryReport.class, reports()),
            of(ItemFeatures.class, items()),
            of(Judgement.class, judgements()),
            of(Link.class, Combinators.combine(id(), optionalText(), optionalText()).as(Link::new)),
            of(Movie.class, movies()),
            of(OutputFile.class, files()),
            of(RatingBatch.class, batches()),
            of(RatingsProfile.class, batches().list().ofMaxSize(3).map(ArbitraryValues::profile)),
            of(
                ReadinessCheck.class,
                Combinators.combine(text(), cell(), text()).as(ReadinessCheck::new)),
            of(RejectedRow.class, rejected()),
            of(SeedSlate.class, slates()),
            of(SummaryTable.class, tables()),
            of(Tag.class, tags()),
            of(UserFeatures.class, users()),
            of(UserHistory.class, histories())));
  }

  private static <T> Arbitrary<Example<?>> of(Class<T> type, Arbitrary<T> values) {
    return of(TypeDescriptor.of(type), values);
  }

  private static <T> Arbitrary<Example<?>> of(TypeDescriptor<T> type, Arbitrary<T> values) {
    return values.list().ofMinSize(1).ofMaxSize(3).map(some -> new Example<>(type, some));
  }

  /** Any text that has a UTF-8: half of a pair has none. */
  private static Arbitrary<String> text() {
    return Arbitraries.integers()
        .between(0, Character.MAX_CODE_POINT)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .list()
        .ofMaxSize(40)
        .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
  }

  private static Arbitrary<String> optionalText() {
    return text().injectNull(0.2);
  }

  private static Arbitrary<Integer> id() {
    return Arbitraries.integers().between(1, Integer.MAX_VALUE);
  }

  private static Arbitrary<Long> count() {
    return Arbitraries.longs().between(0, Long.MAX_VALUE);
  }

  private static Arbitrary<Long> time() {
    return Arbitraries.longs().between(0, Timestamps.MAX);
  }

  private static Arbitrary<Integer> halfStars() {
    return Arbitraries.integers().between(HalfStars.MIN, HalfStars.MAX);
  }

  private static Arbitrary<Object> cell() {
    Arbitrary<LocalDateTime> times =
        Arbitraries.longs()
            .between(-62_000_000_000L, Timestamps.MAX)
            .map(seconds -> LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
    return Arbitraries.<Object>oneOf(
            text().asGeneric(),
            times.asGeneric(),
            Arbitraries.longs().asGeneric(),
            Arbitraries.doubles().asGeneric(),
            Arbitraries.of(true, false).asGeneric(),
            Arbitraries.of(Double.NaN, -0.0, Double.POSITIVE_INFINITY).asGeneric())
        .injectNull(0.1);
  }

  private static Arbitrary<ArchiveEntry> entries() {
    return Combinators.combine(text(), text(), count(), count(), count()).as(ArchiveEntry::new);
  }

  private static Arbitrary<Tag> tags() {
    return Combinators.combine(id(), id(), optionalText(), time()).as(Tag::new);
  }

  private static Arbitrary<Batch<Tag>> tagBatches() {
    return Combinators.combine(count(), tags().list().ofMaxSize(20)).as(Batch::new);
  }

  private static Arbitrary<Movie> movies() {
    return Combinators.combine(id(), optionalText(), optionalText()).as(Movie::of);
  }

  private static Arbitrary<Catalog> catalogs() {
    return movies().list().uniqueElements(Movie::movieId).ofMaxSize(20).map(Catalog::of);
  }

  private static Arbitrary<DistinctIds> ids() {
    return Arbitraries.oneOf(id(), Arbitraries.integers().between(0, 1 << 21))
        .list()
        .ofMaxSize(60)
        .map(list -> Examples.ids(list.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static Arbitrary<List<Tuple4<Integer, Integer, Integer, Long>>> ratings() {
    return Combinators.combine(id(), id(), halfStars(), time()).as(Tuple::of).list().ofMaxSize(40);
  }

  private static Arbitrary<RatingBatch> batches() {
    return Combinators.combine(count(), ratings())
        .as(
            (position, rows) -> {
              RatingBatchBuilder batch = new RatingBatchBuilder(position, 0);
              rows.forEach(row -> batch.add(row.get1(), row.get2(), row.get3(), row.get4()));
              return batch.build();
            });
  }

  private static RatingsProfile profile(List<RatingBatch> batches) {
    return Examples.profile(batches.toArray(RatingBatch[]::new));
  }

  private static Arbitrary<UserHistory> histories() {
    return Combinators.combine(id(), ratings())
        .as(
            (userId, rows) -> {
              UserHistoryBuilder history = new UserHistoryBuilder(userId, 0);
              rows.forEach(row -> history.add(row.get2(), row.get3(), row.get4()));
              return history.build();
            });
  }

  /** Of a catalog that has every other movie. */
  private static Arbitrary<EnrichedHistory> enriched() {
    return Combinators.combine(histories(), optionalText(), optionalText())
        .as(
            (history, title, genres) -> {
              Map<Integer, Movie> known = new HashMap<>();
              for (int i = 0; i < history.size(); i += 2) {
                known.put(history.movieId(i), Movie.of(history.movieId(i), title, genres));
              }
              return EnrichedHistory.join(history, Catalog.of(List.copyOf(known.values())));
            });
  }

  private static Arbitrary<EntryReport> reports() {
    Arbitrary<Long> some = Arbitraries.longs().between(0, Long.MAX_VALUE / 2);
    return Combinators.combine(
            text(), text(), some, some, Arbitraries.maps(text(), count()).ofMaxSize(9))
        .as(
            (archive, entry, accepted, rejected, figures) ->
                new EntryReport(
                    archive,
                    entry,
                    accepted + rejected,
                    accepted,
                    rejected,
                    new TreeMap<>(figures)));
  }

  private static Arbitrary<ItemFeatures> items() {
    return Combinators.combine(
            id(),
            movies().injectNull(0.2),
            id(),
            count(),
            id(),
            time(),
            time(),
            Arbitraries.of(PopularityBucket.class))
        .as(
            (movieId, movie, ratings, sum, liked, one, other, popularity) ->
                new ItemFeatures(
                    movieId,
                    movie,
                    ratings,
                    sum,
                    liked,
                    Math.min(one, other),
                    Math.max(one, other),
                    popularity));
  }

  private static Arbitrary<UserFeatures> users() {
    return Combinators.combine(id(), id(), count(), id(), time(), time(), id(), id())
        .as(
            (userId, ratings, sum, liked, one, other, years, genres) ->
                new UserFeatures(
                    userId,
                    ratings,
                    sum,
                    liked,
                    Math.min(one, other),
                    Math.max(one, other),
                    years,
                    genres));
  }

  private static Arbitrary<Judgement> judgements() {
    return Combinators.combine(
            text(),
            text(),
            cell(),
            text(),
            Arbitraries.of(Severity.class),
            Arbitraries.of(true, false),
            text().list().ofMaxSize(9))
        .as(Judgement::new);
  }

  private static Arbitrary<OutputFile> files() {
    return Combinators.combine(text(), text(), count(), count(), text(), text())
        .as(OutputFile::new);
  }

  private static Arbitrary<RejectedRow> rejected() {
    Arbitrary<String> longText = text().list().ofMaxSize(9).map(parts -> String.join("", parts));
    return Combinators.combine(text(), text(), count(), text(), text(), longText)
        .as(RejectedRow::new);
  }

  private static Arbitrary<SeedSlate> slates() {
    Arbitrary<SlateItem> items =
        Combinators.combine(
                id(), movies().injectNull(0.2), halfStars(), Arbitraries.of(true, false), time())
            .as(
                (id, movie, halfStars, high, time) ->
                    new SlateItem(
                        movie == null ? id : movie.movieId(), movie, halfStars, high, time));
    return Combinators.combine(id(), items.list().ofMaxSize(12)).as(SeedSlate::new);
  }

  private static Arbitrary<SummaryTable> tables() {
    return Combinators.combine(text(), text().list().ofMinSize(1).ofMaxSize(4))
        .flatAs(
            (name, columns) ->
                cell()
                    .list()
                    .ofSize(columns.size())
                    .list()
                    .ofMaxSize(9)
                    .map(rows -> new SummaryTable(name, columns, rows)));
  }
}
