package org.spillway.pipelines.setup;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.List;
import org.spillway.transforms.features.ComputeItemFeatures;
import org.spillway.transforms.features.ComputeUserFeatures;
import org.spillway.transforms.read.ReadEntries;
import org.spillway.transforms.read.ReadLinks;
import org.spillway.transforms.read.ReadMovies;
import org.spillway.transforms.read.ReadRatings;
import org.spillway.transforms.read.ReadTags;
import org.spillway.transforms.read.ReadZipCsv;
import org.spillway.transforms.readiness.Expectation;
import org.spillway.transforms.readiness.WriteReadiness;
import org.spillway.transforms.sample.AssembleHistories;
import org.spillway.transforms.sample.SampleUsersByModulus;
import org.spillway.transforms.slates.BuildSeedSlates;
import org.spillway.transforms.slates.SelectSeedUsers;
import org.spillway.transforms.summaries.SummarizeSample;
import org.spillway.transforms.write.Staging;

/**
 * The transforms of the setup pipeline, as its configuration wants them. Another pipeline, or a
 * test, overrides single bindings with {@code Modules.override}.
 */
public final class SetupModule extends AbstractModule {
  private final SetupConfig config;
  private final Staging staging;
  private final List<Expectation> expectations;

  /**
   * A module for one run.
   *
   * @param config what the run is to do
   * @param staging where it writes
   * @param expectations what is known of its results beforehand
   */
  public SetupModule(SetupConfig config, Staging staging, List<Expectation> expectations) {
    this.config = config;
    this.staging = staging;
    this.expectations = List.copyOf(expectations);
  }

  @Override
  protected void configure() {
    binder().requireExactBindingAnnotations();
    binder().requireAtInjectOnConstructors();
    bind(SetupConfig.class).toInstance(config);
    bind(Staging.class).toInstance(staging);
    bind(SetupPipeline.class);
  }

  @Provides
  @Singleton
  WriteReadiness writeReadiness() {
    return WriteReadiness.of(staging).withExpectations(expectations);
  }

  @Provides
  @Singleton
  static ReadEntries readEntries(SetupConfig config) {
    return ReadZipCsv.entries().withLimits(config.limits());
  }

  /** Profiles and samples while it reads, so that no runner has to hold the whole file. */
  @Provides
  @Singleton
  public static ReadRatings readRatings(SetupConfig config) {
    ReadRatings read =
        ReadZipCsv.ratings()
            .withMaxRejectedShare(config.maxRejectedShare())
            .withLimits(config.limits())
            .withOrder(config.order())
            .withUsers(config.sample())
            .withProfile();
    return config.checksumMismatchAsWarning() ? read.withChecksumMismatchAsWarning() : read;
  }

  @Provides
  @Singleton
  static ReadMovies readMovies(SetupConfig config) {
    ReadMovies read =
        ReadZipCsv.movies()
            .withMaxRejectedShare(config.maxRejectedShare())
            .withLimits(config.movieLimits())
            .withOrder(config.order());
    return config.checksumMismatchAsWarning() ? read.withChecksumMismatchAsWarning() : read;
  }

  @Provides
  @Singleton
  static ReadTags readTags(SetupConfig config) {
    ReadTags read =
        ReadZipCsv.tags()
            .withMaxRejectedShare(config.maxRejectedShare())
            .withLimits(config.limits())
            .withOrder(config.order())
            .withMaxRows(config.tagSampleRows());
    return config.checksumMismatchAsWarning() ? read.withChecksumMismatchAsWarning() : read;
  }

  @Provides
  @Singleton
  static ReadLinks readLinks(SetupConfig config) {
    ReadLinks read =
        ReadZipCsv.links()
            .withMaxRejectedShare(config.maxRejectedShare())
            .withLimits(config.limits())
            .withOrder(config.order());
    return config.checksumMismatchAsWarning() ? read.withChecksumMismatchAsWarning() : read;
  }

  @Provides
  @Singleton
  static SampleUsersByModulus sampleUsers(SetupConfig config) {
    return SampleUsersByModulus.of(config.sample());
  }

  @Provides
  @Singleton
  static AssembleHistories assembleHistories(SetupConfig config) {
    return AssembleHistories.create().withPartitions(config.partitions());
  }

  @Provides
  @Singleton
  static ComputeUserFeatures computeUserFeatures(SetupConfig config) {
    return ComputeUserFeatures.create().withLikedThreshold(config.likedThreshold());
  }

  @Provides
  @Singleton
  static ComputeItemFeatures computeItemFeatures(SetupConfig config) {
    return ComputeItemFeatures.create().withLikedThreshold(config.likedThreshold());
  }

  @Provides
  @Singleton
  static SelectSeedUsers selectSeedUsers(SetupConfig config) {
    return SelectSeedUsers.create()
        .withMinUserRatings(config.minUserRatings())
        .withMaxSeedUsers(config.maxSeedUsers());
  }

  @Provides
  @Singleton
  static SlateStep buildSeedSlates(SetupConfig config) {
    return seedUsers ->
        BuildSeedSlates.of(seedUsers)
            .withRecentPoolSize(config.recentPoolSize())
            .withSlateSize(config.slateSize())
            .withLikedThreshold(config.likedThreshold());
  }

  @Provides
  @Singleton
  static SummarizeSample summarizeSample(SetupConfig config) {
    return SummarizeSample.of(config.sample().modulus())
        .withLikedThreshold(config.likedThreshold());
  }
}
