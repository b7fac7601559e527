package org.spillway.transforms.rows;

import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Link;
import org.spillway.schemas.RatingBatch;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.Tag;
import org.spillway.schemas.UserFeatures;
import org.spillway.schemas.UserHistory;
import org.spillway.transforms.features.LikedThreshold;

/**
 * Turns the elements of Spillway's pipelines into Beam {@link Row}s with a schema, one per rating,
 * movie, tag, link, user or slate position, so that Beam's schema transforms, {@code SqlTransform}
 * and other IOs work on them:
 *
 * <pre>{@code
 * PCollection<UserHistory> histories = ...;
 * histories
 *     .apply(ToRows.histories())
 *     .apply(Group.<Row>byFieldNames("rating_year").aggregateField("rating", Mean.<Float>of(), "mean"));
 * }</pre>
 *
 * <p>Columns are named as in the archive's files and in the published ones (setup spec, sections 1
 * and 10). Ids, years, counts and positions are INT32, {@code timestamp} is INT64 seconds since
 * 1970, ratings are FLOAT stars, means and rates DOUBLE, flags INT32 0 or 1. A {@code …_datetime}
 * or {@code …_time} is Beam's {@code SqlTypes.DATETIME}, a {@code LocalDateTime}: UTC, without a
 * zone. What can be missing is nullable; the Javadoc of each method says what.
 *
 * <p>Every row of an element follows the one before it in the order of the element, but a {@code
 * PCollection} has no order of its own. Rows are emitted as they are made, so memory does not grow
 * with the element; each costs hundreds of bytes and a call where a rating in its batch costs 13
 * bytes. Reduce the data first where it can be done on batches and histories.
 */
public final class ToRows {

  private ToRows() {}

  /** A row per rating: userId, movieId, rating, timestamp, rating_datetime, rating_year. */
  public static PTransform<PCollection<RatingBatch>, PCollection<Row>> ratings() {
    return new FromElements<>("ToRows.ratings", RatingRows.SCHEMA, RatingRows::ofBatch);
  }

  /** A row per rating of each history, with the columns of {@link #ratings}. */
  public static PTransform<PCollection<UserHistory>, PCollection<Row>> histories() {
    return new FromElements<>("ToRows.histories", RatingRows.SCHEMA, RatingRows::ofHistory);
  }

  /** {@link #enrichedHistories(int)} where four stars are liked, as in the seed. */
  public static PTransform<PCollection<EnrichedHistory>, PCollection<Row>> enrichedHistories() {
    return enrichedHistories(LikedThreshold.DEFAULT);
  }

  /**
   * A row per rating of each history, with the columns of the published ratings sample: those of
   * {@link #ratings}, liked, then title, clean_title, genres, primary_genre, genre_count and
   * release_year, each of which is null if the catalog does not know the movie or that of it.
   *
   * @param likedThreshold the lowest rating that counts as liked, in half stars, 1 to 10
   */
  public static PTransform<PCollection<EnrichedHistory>, PCollection<Row>> enrichedHistories(
      int likedThreshold) {
    LikedThreshold.checked(likedThreshold);
    return new FromElements<>(
        "ToRows.enrichedHistories",
        EnrichedRatingRows.SCHEMA,
        history -> EnrichedRatingRows.ofHistory(history, likedThreshold));
  }

  /**
   * A row per movie: movieId, title, genres, release_year, clean_title, genre_list (an array of
   * strings), genre_count, primary_genre. Title, genres, release_year and clean_title are nullable;
   * the genre_list of a movie without genres is {@code (no genres listed)} alone.
   */
  public static PTransform<PCollection<Catalog>, PCollection<Row>> catalog() {
    return new FromElements<>("ToRows.catalog", MovieRows.SCHEMA, MovieRows::ofCatalog);
  }

  /**
   * A row per tag: userId, movieId, tag, timestamp, tag_clean, tag_datetime. Tag and tag_clean are
   * null where the file's is missing.
   */
  public static PTransform<PCollection<Batch<Tag>>, PCollection<Row>> tags() {
    return new FromElements<>("ToRows.tags", TagRows.SCHEMA, TagRows::ofBatch);
  }

  /**
   * A row per link: movieId, imdbId, tmdbId. The last two are text, with leading zeros as in the
   * file, and nullable.
   */
  public static PTransform<PCollection<Batch<Link>>, PCollection<Row>> links() {
    return new FromElements<>("ToRows.links", LinkRows.SCHEMA, LinkRows::ofBatch);
  }

  /** A row per user, with the columns of the published user features. */
  public static PTransform<PCollection<UserFeatures>, PCollection<Row>> userFeatures() {
    return new FromElements<>("ToRows.userFeatures", UserRows.SCHEMA, UserRows::ofUser);
  }

  /**
   * A row per rated movie, with the columns of the published items. Title, clean_title, genres,
   * primary_genre, release_year and genre_count are null where the catalog does not know them. The
   * list that {@code ComputeItemFeatures} gives is taken apart by {@code Flatten.iterables()}.
   */
  public static PTransform<PCollection<ItemFeatures>, PCollection<Row>> itemFeatures() {
    return new FromElements<>("ToRows.itemFeatures", ItemRows.SCHEMA, ItemRows::ofItem);
  }

  /**
   * A row per position of each slate, with the columns of the published seed slates. Title, genres
   * and primary_genre are null where the catalog does not know them.
   */
  public static PTransform<PCollection<SeedSlate>, PCollection<Row>> seedSlates() {
    return new FromElements<>("ToRows.seedSlates", SlateRows.SCHEMA, SlateRows::ofSlate);
  }

  private static final class FromElements<T> extends PTransform<PCollection<T>, PCollection<Row>> {
    private final Schema schema;
    private final SerializableFunction<T, Stream<Row>> rows;

    FromElements(String name, Schema schema, SerializableFunction<T, Stream<Row>> rows) {
      super(name);
      this.schema = schema;
      this.rows = rows;
    }

    @Override
    public PCollection<Row> expand(PCollection<T> elements) {
      return elements.apply("MakeRows", ParDo.of(new RowsFn<>(rows))).setRowSchema(schema);
    }
  }

  private static final class RowsFn<T> extends DoFn<T, Row> {
    private final SerializableFunction<T, Stream<Row>> rows;

    RowsFn(SerializableFunction<T, Stream<Row>> rows) {
      this.rows = rows;
    }

    @ProcessElement
    public void process(@Element T element, OutputReceiver<Row> out) {
      rows.apply(element).forEach(out::output);
    }
  }
}
