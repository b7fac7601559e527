package org.spillway.data.movielens;

import java.util.Map;

/** The sizes and checksums of the files that GroupLens published, as far as they are known here. */
final class PublishedFiles {
  static final Map<Edition, Map<MovieLensFile, Long>> SIZES =
      Map.of(
          Edition.ML_32M,
          Map.of(
              MovieLensFile.RATINGS, 877_076_222L,
              MovieLensFile.MOVIES, 4_242_926L,
              MovieLensFile.LINKS, 1_950_748L),
          Edition.ML_25M,
          Map.of(
              MovieLensFile.RATINGS, 678_260_987L,
              MovieLensFile.MOVIES, 3_038_099L,
              MovieLensFile.TAGS, 38_810_332L,
              MovieLensFile.LINKS, 1_368_578L),
          Edition.ML_LATEST_SMALL,
          Map.of(
              MovieLensFile.RATINGS, 2_483_723L,
              MovieLensFile.MOVIES, 494_431L,
              MovieLensFile.TAGS, 118_660L,
              MovieLensFile.LINKS, 197_979L));

  static final Map<Edition, Map<MovieLensFile, String>> CHECKSUMS =
      Map.of(
          Edition.ML_32M,
          Map.of(
              MovieLensFile.RATINGS, "cf12b74f9ad4b94a011f079e26d4270a",
              MovieLensFile.MOVIES, "0df90835c19151f9d819d0822e190797",
              MovieLensFile.TAGS, "963bf4fa4de6b8901868fddd3eb54567",
              MovieLensFile.LINKS, "8f033867bcb4e6be8792b21468b4fa6e"));

  private PublishedFiles() {}
}
