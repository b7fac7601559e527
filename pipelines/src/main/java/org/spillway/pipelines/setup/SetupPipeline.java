package org.spillway.pipelines.setup;

import com.google.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.spillway.schemas.ArchiveEntry;
import org.spillway.schemas.Batch;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.EntryReport;
import org.spillway.schemas.ItemFeatures;
import org.spillway.schemas.Link;
import org.spillway.schemas.OutputFile;
import org.spillway.schemas.RejectedRow;
import org.spillway.schemas.SeedSlate;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.Tag;
import org.spillway.schemas.UserFeatures;
import org.spillway.schemas.UserHistory;
import org.spillway.transforms.enrich.EnrichWithCatalog;
import org.spillway.transforms.features.ComputeItemFeatures;
import org.spillway.transforms.features.ComputeUserFeatures;
import org.spillway.transforms.figures.DrawFigures;
import org.spillway.transforms.gather.Gather;
import org.spillway.transforms.read.ReadEntries;
import org.spillway.transforms.read.ReadLinks;
import org.spillway.transforms.read.ReadMovies;
import org.spillway.transforms.read.ReadRatings;
import org.spillway.transforms.read.ReadResult;
import org.spillway.transforms.read.ReadTags;
import org.spillway.transforms.readiness.WriteReadiness;
import org.spillway.transforms.report.WriteReport;
import org.spillway.transforms.sample.AssembleHistories;
import org.spillway.transforms.sample.SampleUsersByModulus;
import org.spillway.transforms.slates.SelectSeedUsers;
import org.spillway.transforms.summaries.SummarizeCatalog;
import org.spillway.transforms.summaries.SummarizeEntries;
import org.spillway.transforms.summaries.SummarizeItems;
import org.spillway.transforms.summaries.SummarizeLinks;
import org.spillway.transforms.summaries.SummarizeQuality;
import org.spillway.transforms.summaries.SummarizeSample;
import org.spillway.transforms.summaries.SummarizeSlates;
import org.spillway.transforms.summaries.SummarizeTags;
import org.spillway.transforms.summaries.SummarizeUsers;
import org.spillway.transforms.write.ItemsTable;
import org.spillway.transforms.write.Manifest;
import org.spillway.transforms.write.ParquetTable;
import org.spillway.transforms.write.PublishOutputs;
import org.spillway.transforms.write.RunRecord;
import org.spillway.transforms.write.SlateSeedTable;
import org.spillway.transforms.write.Staging;
import org.spillway.transforms.write.UserFeaturesTable;
import org.spillway.transforms.write.WriteParquet;
import org.spillway.transforms.write.WriteRatingsSample;
import org.spillway.transforms.write.WriteRejected;
import org.spillway.transforms.write.WriteTables;

/**
 * From a MovieLens archive, or the parts of one, to the interference-ready data set.
 *
 * <pre>
 * archive ─ ReadRatings ─ profile of the full file ───────────────────────┐
 *         │      └─ SampleUsersByModulus ─ AssembleHistories ─┐           │
 *         ├ ReadMovies ─ catalog ───────────────── EnrichWithCatalog      │
 *         │                                          ├─ SummarizeSample ──┤
 *         │                                          ├─ ComputeItemFeatures
 *         │                                          ├─ ComputeUserFeatures ─ SelectSeedUsers
 *         │                                          └─ BuildSeedSlates ────────────┘
 *         └ ReadTags, ReadLinks, ReadEntries
 * all of them ─ Summarize… ─ tables ─ WriteReadiness ─ DrawFigures, WriteReport ─┐
 *             └ Write… ──────────────────── staged files ───────────────────────┴─ PublishOutputs
 * </pre>
 *
 * <p>{@link #build} only describes the work; running it is its caller's affair.
 */
public final class SetupPipeline {
  private final SetupConfig config;
  private final Staging staging;
  private final Reading reading;
  private final SampleUsersByModulus sampleUsers;
  private final AssembleHistories assembleHistories;
  private final ComputeUserFeatures computeUserFeatures;
  private final ComputeItemFeatures computeItemFeatures;
  private final SelectSeedUsers selectSeedUsers;
  private final SlateStep buildSeedSlates;
  private final SummarizeSample summarizeSample;
  private final WriteReadiness writeReadiness;

  /** How each entry of the archive is read. */
  record Reading(
      ReadEntries entries, ReadRatings ratings, ReadMovies movies, ReadTags tags, ReadLinks links) {
    @Inject
    Reading {}
  }

  @Inject
  SetupPipeline(
      SetupConfig config,
      Staging staging,
      Reading reading,
      SampleUsersByModulus sampleUsers,
      AssembleHistories assembleHistories,
      ComputeUserFeatures computeUserFeatures,
      ComputeItemFeatures computeItemFeatures,
      SelectSeedUsers selectSeedUsers,
      SlateStep buildSeedSlates,
      SummarizeSample summarizeSample,
      WriteReadiness writeReadiness) {
    this.config = config;
    this.staging = staging;
    this.reading = reading;
    this.sampleUsers = sampleUsers;
    this.assembleHistories = assembleHistories;
    this.computeUserFeatures = computeUserFeatures;
    this.computeItemFeatures = computeItemFeatures;
    this.selectSeedUsers = selectSeedUsers;
    this.buildSeedSlates = buildSeedSlates;
    this.summarizeSample = summarizeSample;
    this.writeReadiness = writeReadiness;
  }

  /** Adds the whole setup to a pipeline that has nothing of it yet. */
  public PCollection<Manifest> build(Pipeline pipeline) {
    return build(pipeline, archive -> {});
  }

  /**
   * Adds the whole setup to a pipeline that has nothing of it yet.
   *
   * @param besideReads adds further steps behind the archive's location, after those that read it
   *     and before the one that reads tags; of several archives there is always one to read, so
   *     nothing is added
   */
  public PCollection<Manifest> build(Pipeline pipeline, Consumer<PCollection<String>> besideReads) {
    boolean hasParts = config.inputs().size() > 1;
    PCollection<String> archives = pipeline.apply("Archive", Create.of(config.inputs()));
    // Without this a runner may read several archives, or all files of one, one after the other.
    PCollection<String> archive =
        hasParts ? archives.apply("SpreadArchives", Reshuffle.viaRandomKey()) : archives;
    PCollection<String> forRatings =
        hasParts ? archives.apply("SpreadRatings", Reshuffle.viaRandomKey()) : archives;
    ReadResult<ArchiveEntry> entries = archive.apply("ReadEntries", reading.entries());
    ReadRatings.Result ratings = forRatings.apply("ReadRatings", reading.ratings());
    ReadResult<Catalog> movies = archive.apply("ReadMovies", reading.movies());
    ReadResult<Batch<Link>> links = archive.apply("ReadLinks", reading.links());
    if (!hasParts) {
      besideReads.accept(archive);
    }
    // Last, for a runner that keeps this order: nothing but a table waits for them.
    ReadResult<Batch<Tag>> tags = archive.apply("ReadTags", reading.tags());

    PCollectionView<Iterable<Catalog>> catalog =
        movies.records().apply("Catalog", View.asIterable());
    PCollection<UserHistory> histories =
        ratings
            .records()
            .apply("SampleUsersByModulus", sampleUsers)
            .apply("AssembleHistories", assembleHistories);
    // Before all others that take histories: it is the longest, and a runner may keep this order.
    PCollection<OutputFile> ratingsSample =
        histories.apply(
            "WriteRatingsSample",
            WriteRatingsSample.of(catalog)
                .withStaging(staging)
                .withLikedHalfStars(config.likedThreshold())
                .withShards(config.ratingsShards()));
    PCollection<EnrichedHistory> enriched =
        histories.apply("EnrichWithCatalog", EnrichWithCatalog.of(catalog));
    PCollection<List<UserFeatures>> users =
        enriched
            .apply("ComputeUserFeatures", computeUserFeatures)
            .apply("GatherUsers", Gather.all());
    PCollection<List<ItemFeatures>> items =
        enriched.apply("ComputeItemFeatures", computeItemFeatures);
    PCollectionView<Iterable<List<UserFeatures>>> seedUsers =
        users.apply("SelectSeedUsers", selectSeedUsers).apply("SeedUsers", View.asIterable());
    PCollection<List<SeedSlate>> slates =
        enriched
            .apply("BuildSeedSlates", buildSeedSlates.forUsers(seedUsers))
            .apply("GatherSlates", Gather.all());

    PCollection<EntryReport> reports =
        PCollectionList.of(entries.reports())
            .and(ratings.reports())
            .and(movies.reports())
            .and(tags.reports())
            .and(links.reports())
            .apply("Reports", Flatten.pCollections());
    PCollection<SummaryTable> tables =
        PCollectionList.of(entries.records().apply("SummarizeEntries", SummarizeEntries.create()))
            .and(reports.apply("SummarizeQuality", SummarizeQuality.create()))
            .and(movies.records().apply("SummarizeCatalog", SummarizeCatalog.create()))
            .and(movies.records().apply("SummarizeLinks", SummarizeLinks.of(links.records())))
            .and(tags.records().apply("SummarizeTags", SummarizeTags.create()))
            .and(enriched.apply("SummarizeSample", summarizeSample.withFullFile(ratings.profile())))
            .and(users.apply("SummarizeUsers", SummarizeUsers.create()))
            .and(items.apply("SummarizeItems", SummarizeItems.create()))
            .and(slates.apply("SummarizeSlates", SummarizeSlates.of(seedUsers, config.slateSize())))
            .apply("Tables", Flatten.pCollections());
    PCollection<List<SummaryTable>> gathered = tables.apply("GatherTables", Gather.ifAny());
    WriteReadiness.Result readiness = gathered.apply("WriteReadiness", writeReadiness);

    WriteRejected writeRejected =
        hasParts
            ? WriteRejected.of().withStaging(staging).withArchives()
            : WriteRejected.of().withStaging(staging);
    PCollection<RejectedRow> rejected =
        PCollectionList.of(ratings.rejected())
            .and(movies.rejected())
            .and(tags.rejected())
            .and(links.rejected())
            .apply("Rejected", Flatten.pCollections());
    PCollection<OutputFile> files =
        PCollectionList.of(ratingsSample)
            .and(items.apply("WriteItems", parquet(ItemsTable.of())))
            .and(users.apply("WriteUserFeatures", parquet(UserFeaturesTable.of())))
            .and(slates.apply("WriteSlateSeed", parquet(SlateSeedTable.of())))
            .and(
                gathered
                    .apply("EachTable", Flatten.iterables())
                    .apply("WriteTables", WriteTables.of().withStaging(staging)))
            .and(rejected.apply("WriteRejected", writeRejected))
            .and(readiness.files())
            .and(gathered.apply("DrawFigures", DrawFigures.of(staging)))
            .and(
                readiness
                    .judged()
                    .apply(
                        "WriteReport", WriteReport.of(staging).withParameters(config.parameters())))
            .apply("Files", Flatten.pCollections());
    return new RunRecord(entries.records(), reports, readiness.checks(), files)
        .apply(
            "PublishOutputs",
            PublishOutputs.of().withStaging(staging).withParameters(config.parameters()));
  }

  private <T> WriteParquet<T> parquet(ParquetTable<T> table) {
    return WriteParquet.of(table).withStaging(staging);
  }
}
