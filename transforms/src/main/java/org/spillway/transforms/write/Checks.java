package org.spillway.transforms.write;

import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/** What every writer asks of its settings. */
final class Checks {

  private Checks() {}

  static int shards(int shards) {
    if (shards < 1 || shards > 99_999) {
      throw new IllegalArgumentException("shards must be from 1 to 99999, but was: " + shards);
    }
    return shards;
  }

  /** The codecs that every reader of Parquet has. */
  static CompressionCodecName compression(CompressionCodecName compression) {
    return switch (compression) {
      case UNCOMPRESSED, SNAPPY, ZSTD -> compression;
      default ->
          throw new IllegalArgumentException(
              "compression must be one of UNCOMPRESSED, SNAPPY, ZSTD, but was: " + compression);
    };
  }

  static Staging staging(@Nullable Staging staging) {
    if (staging == null) {
      throw new IllegalStateException("withStaging must say where the files go");
    }
    return staging;
  }
}
