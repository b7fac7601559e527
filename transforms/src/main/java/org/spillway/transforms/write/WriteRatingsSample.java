package org.spillway.transforms.write;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.HalfStars;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.UserHistory;
import org.spillway.transforms.gather.OnlyElement;
import org.spillway.transforms.metrics.StepTime;

/**
 * Stages {@code processed/movielens_interference_ratings_sample.parquet}: every sampled rating with
 * its movie (setup spec, sections 5 and 10). It moves the small histories across its shuffle and
 * joins them to the catalog only while it writes, since a rating with its movie's text is many
 * times as large.
 *
 * <p>Input: whole histories, each user once, in any order. Output: an {@link OutputFile} for each
 * shard. A user's ratings are never in two shards. In all else it is as {@link WriteParquet}.
 *
 * <pre>{@code
 * histories.apply(
 *     "WriteRatings", WriteRatingsSample.of(catalog).withStaging(staging).withShards(8));
 * }</pre>
 */
@AutoValue
public abstract class WriteRatingsSample
    extends PTransform<PCollection<UserHistory>, PCollection<OutputFile>> {
  private static final long serialVersionUID = 1;

  abstract PCollectionView<Iterable<Catalog>> catalog();

  abstract @Nullable Staging staging();

  abstract int likedHalfStars();

  abstract int shards();

  abstract CompressionCodecName compression();

  abstract Builder toBuilder();

  /**
   * Writes one file, joined to this catalog, exactly one; a rating of 4.0 stars or more is liked.
   */
  public static WriteRatingsSample of(PCollectionView<Iterable<Catalog>> catalog) {
    return new AutoValue_WriteRatingsSample.Builder()
        .setCatalog(catalog)
        .setLikedHalfStars(HalfStars.fromStars(4.0))
        .setShards(1)
        .setCompression(WriteParquet.DEFAULT_COMPRESSION)
        .build();
  }

  /** Stages here; without it the transform cannot be applied. */
  public WriteRatingsSample withStaging(Staging staging) {
    return toBuilder().setStaging(staging).build();
  }

  /** The least rating that counts as liked, in half stars, 1 to 10; 8 if this isn't called. */
  public WriteRatingsSample withLikedHalfStars(int likedHalfStars) {
    if (likedHalfStars < HalfStars.MIN || likedHalfStars > HalfStars.MAX) {
      throw new IllegalArgumentException(
          "likedHalfStars must be from 1 to 10, but was: " + likedHalfStars);
    }
    return toBuilder().setLikedHalfStars(likedHalfStars).build();
  }

  /** The number of files, at least 1. With more than one, each is named {@code -n-of-m}. */
  public WriteRatingsSample withShards(int shards) {
    return toBuilder().setShards(Checks.shards(shards)).build();
  }

  /** The codec: UNCOMPRESSED, SNAPPY or ZSTD; ZSTD if this isn't called. */
  public WriteRatingsSample withCompression(CompressionCodecName compression) {
    return toBuilder().setCompression(Checks.compression(compression)).build();
  }

  @Override
  public PCollection<OutputFile> expand(PCollection<UserHistory> histories) {
    WriteFn write =
        new WriteFn(
            catalog(), likedHalfStars(), Checks.staging(staging()), shards(), compression());
    return histories
        .apply("GroupByShard", new GroupByShard<>(UserHistory::userId, shards()))
        .apply("WriteShards", ParDo.of(write).withSideInputs(catalog()));
  }

  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder setCatalog(PCollectionView<Iterable<Catalog>> catalog);

    abstract Builder setStaging(@Nullable Staging staging);

    abstract Builder setLikedHalfStars(int likedHalfStars);

    abstract Builder setShards(int shards);

    abstract Builder setCompression(CompressionCodecName compression);

    abstract WriteRatingsSample build();
  }

  private static final class WriteFn
      extends DoFn<KV<Integer, Iterable<@Nullable UserHistory>>, OutputFile> {
    private static final long serialVersionUID = 1;
    private final OnlyElement<Catalog> catalog;
    private final int likedHalfStars;
    private final Staging staging;
    private final int shards;
    private final CompressionCodecName compression;

    WriteFn(
        PCollectionView<Iterable<Catalog>> catalog,
        int likedHalfStars,
        Staging staging,
        int shards,
        CompressionCodecName compression) {
      this.catalog = new OnlyElement<>(catalog);
      this.likedHalfStars = likedHalfStars;
      this.staging = staging;
      this.shards = shards;
      this.compression = compression;
    }

    @StartBundle
    public void startBundle() {
      catalog.forget();
    }

    @ProcessElement
    public void process(ProcessContext context, BoundedWindow window) throws IOException {
      StepTime.measure(
          () -> {
            KV<Integer, Iterable<@Nullable UserHistory>> shard = context.element();
            RatingsSampleTable table =
                new RatingsSampleTable(catalog.of(context, window), likedHalfStars);
            String path = Shards.path(RatingsSampleTable.PATH, shard.getKey(), shards);
            context.output(
                ParquetShard.write(
                    table,
                    Shards.inOrder(shard.getValue(), table::key),
                    staging,
                    path,
                    compression));
          });
    }
  }
}
