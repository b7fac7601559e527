package org.spillway.pipelines.setup;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spillway.schemas.HalfStars;
import org.spillway.transforms.features.LikedThreshold;
import org.spillway.transforms.read.ArchiveLimits;
import org.spillway.transforms.read.ArchiveOrder;
import org.spillway.transforms.read.ReadMovies;
import org.spillway.transforms.sample.UserSample;

/**
 * The setup pipeline's checked configuration. Immutable; made of {@link SetupOptions} once, before
 * anything is built.
 *
 * @param inputs the archives' locations, at least one; several are parts of one data set that was
 *     cut by user, and their rows make the whole in this order
 * @param output the output folder's location
 * @param sample which users are sampled
 * @param likedThreshold in half stars, 1 to 10
 * @param tagSampleRows at least 0
 * @param minUserRatings at least 1
 * @param maxSeedUsers at least 1
 * @param recentPoolSize at least {@code slateSize}
 * @param slateSize at least 1
 * @param ratingsShards at least 1
 * @param partitions at least 1
 * @param maxRejectedShare from 0 to 1
 * @param limits what the archive may ask for
 * @param checksumMismatchAsWarning whether an MD5 that differs from {@code checksums.txt} is
 *     counted and no fault
 * @param overwrite whether an earlier run's results may be replaced
 * @param failOn which failed readiness checks make the run end as not ready
 */
public record SetupConfig(
    List<String> inputs,
    String output,
    UserSample sample,
    int likedThreshold,
    int tagSampleRows,
    int minUserRatings,
    int maxSeedUsers,
    int recentPoolSize,
    int slateSize,
    int ratingsShards,
    int partitions,
    double maxRejectedShare,
    ArchiveLimits limits,
    boolean checksumMismatchAsWarning,
    boolean overwrite,
    FailOn failOn) {

  private static final int MAX_SHARDS = 10_000;

  /** Checks every value. */
  public SetupConfig {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("input must name an archive, but was empty");
    }
    atLeast("tagSampleRows", 0, tagSampleRows);
    atLeast("minUserRatings", 1, minUserRatings);
    atLeast("maxSeedUsers", 1, maxSeedUsers);
    atLeast("slateSize", 1, slateSize);
    if (recentPoolSize < slateSize) {
      throw new IllegalArgumentException(
          "recentPoolSize must be at least slateSize = "
              + slateSize
              + ", but was: "
              + recentPoolSize);
    }
    atLeast("ratingsShards", 1, ratingsShards);
    atMost("ratingsShards", MAX_SHARDS, ratingsShards);
    atLeast("partitions", 1, partitions);
    atMost("partitions", MAX_SHARDS, partitions);
    if (!(maxRejectedShare >= 0 && maxRejectedShare <= 1)) {
      throw new IllegalArgumentException(
          "maxRejectedShare must be from 0 to 1, but was: " + maxRejectedShare);
    }
  }

  /**
   * The configuration that these options describe. Inputs are taken as they are given, one or
   * several with commas between: patterns are the command line's to look up.
   *
   * @throws IllegalArgumentException with one line for the user if a value is out of range
   */
  public static SetupConfig of(SetupOptions options) {
    return new SetupConfig(
        List.of(options.getInput().split(",", -1)),
        options.getOutput(),
        new UserSample(options.getUserModulus(), options.getUserRemainder()),
        likedThreshold(options.getLikedThreshold()),
        options.getTagSampleRows(),
        options.getMinUserRatings(),
        options.getMaxSeedUsers(),
        options.getRecentPoolSize(),
        options.getSlateSize(),
        options.getRatingsShards(),
        options.getPartitions(),
        options.getMaxRejectedShare(),
        ArchiveLimits.generous()
            .withMaxEntryBytes(options.getMaxEntryBytes())
            .withMaxTotalBytes(options.getMaxTotalBytes())
            .withMaxRatio(options.getMaxRatio()),
        options.getChecksumMismatchAsWarning(),
        options.getOverwrite(),
        FailOn.of(options.getFailOn()));
  }

  /** The same with other archives. */
  public SetupConfig withInputs(List<String> newInputs) {
    return new SetupConfig(
        newInputs,
        output,
        sample,
        likedThreshold,
        tagSampleRows,
        minUserRatings,
        maxSeedUsers,
        recentPoolSize,
        slateSize,
        ratingsShards,
        partitions,
        maxRejectedShare,
        limits,
        checksumMismatchAsWarning,
        overwrite,
        failOn);
  }

  /**
   * The archives' order.
   *
   * @throws IllegalArgumentException if one is there twice
   */
  ArchiveOrder order() {
    return new ArchiveOrder(inputs);
  }

  /** The parameters that decide what the results are, by option name: for the manifest. */
  public SortedMap<String, String> parameters() {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("userModulus", String.valueOf(sample.modulus()));
    parameters.put("userRemainder", String.valueOf(sample.remainder()));
    parameters.put("likedThreshold", String.valueOf(HalfStars.toStars(likedThreshold)));
    parameters.put("tagSampleRows", String.valueOf(tagSampleRows));
    parameters.put("minUserRatings", String.valueOf(minUserRatings));
    parameters.put("maxSeedUsers", String.valueOf(maxSeedUsers));
    parameters.put("recentPoolSize", String.valueOf(recentPoolSize));
    parameters.put("slateSize", String.valueOf(slateSize));
    parameters.put("ratingsShards", String.valueOf(ratingsShards));
    parameters.put("maxRejectedShare", String.valueOf(maxRejectedShare));
    return Collections.unmodifiableSortedMap(parameters);
  }

  /**
   * What {@code movies.csv} may ask for: it is held in memory, so its own cap holds unless the user
   * has set one.
   */
  ArchiveLimits movieLimits() {
    return limits.maxEntryBytes() == ArchiveLimits.generous().maxEntryBytes()
        ? limits.withMaxEntryBytes(ReadMovies.MAX_ENTRY_BYTES)
        : limits;
  }

  /** Whether every parameter that decides a figure has its default, which is the seed's. */
  public boolean hasTheSeedsParameters() {
    return sample.equals(new UserSample(50, 0))
        && likedThreshold == LikedThreshold.DEFAULT
        && tagSampleRows == 300_000
        && minUserRatings == 20
        && maxSeedUsers == 3_000
        && recentPoolSize == 50
        && slateSize == 12;
  }

  private static int likedThreshold(double stars) {
    try {
      return HalfStars.fromStars(stars);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "likedThreshold must be one of 0.5, 1.0, ... 5.0 stars, but was: " + stars, e);
    }
  }

  private static void atLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " must be at least " + least + ", but was: " + value);
    }
  }

  private static void atMost(String name, int most, int value) {
    if (value > most) {
      throw new IllegalArgumentException(name + " must be at most " + most + ", but was: " + value);
    }
  }
}
