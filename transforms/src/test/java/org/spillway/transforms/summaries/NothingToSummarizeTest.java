package org.spillway.transforms.summaries;

import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spillway.schemas.ArchiveEntryCoder;
import org.spillway.schemas.BatchCoder;
import org.spillway.schemas.Catalog;
import org.spillway.schemas.EnrichedHistory;
import org.spillway.schemas.EnrichedHistoryCoder;
import org.spillway.schemas.EntryReportCoder;
import org.spillway.schemas.LinkCoder;
import org.spillway.schemas.RatingBatchCoder;
import org.spillway.schemas.RatingsProfile;
import org.spillway.schemas.SummaryTable;
import org.spillway.schemas.TagCoder;
import org.spillway.schemas.UserFeatures;
import org.spillway.transforms.features.ComputeItemFeatures;
import org.spillway.transforms.features.ComputeUserFeatures;
import org.spillway.transforms.gather.Gather;
import org.spillway.transforms.slates.BuildSeedSlates;
import org.spillway.transforms.slates.SelectSeedUsers;
import org.spillway.transforms.testing.TestPipelines;

/** A sample can have no users, and an entry no rows: each table is there all the same. */
class NothingToSummarizeTest {

  @RegisterExtension final TestPipelineExtension pipelines = TestPipelines.strict();

  @Test
  void noSampledUsers(TestPipeline pipeline) {
    PCollection<RatingsProfile> full =
        pipeline
            .apply("FullFile", Create.of(SampledRatings.fullFile()))
            .apply("Profile", ProfileRatings.create());
    PCollection<EnrichedHistory> nobody =
        pipeline.apply("Nobody", Create.empty(EnrichedHistoryCoder.of()));
    PCollection<List<UserFeatures>> users =
        nobody.apply("Users", ComputeUserFeatures.create()).apply("GatherUsers", Gather.all());
    PCollectionView<Iterable<List<UserFeatures>>> seedUsers =
        users
            .apply("SeedUsers", SelectSeedUsers.create())
            .apply("SeedUsersView", View.asIterable());

    PCollection<SummaryTable> tables =
        PCollectionList.of(nobody.apply("Sample", SummarizeSample.of(50).withFullFile(full)))
            .and(users.apply("SummarizeUsers", SummarizeUsers.create()))
            .and(
                nobody
                    .apply("Items", ComputeItemFeatures.create())
                    .apply("SummarizeItems", SummarizeItems.create()))
            .and(
                nobody
                    .apply("Slates", BuildSeedSlates.of(seedUsers))
                    .apply("GatherSlates", Gather.all())
                    .apply("SummarizeSlates", SummarizeSlates.of(seedUsers, 12)))
            .apply("Tables", Flatten.pCollections());

    PAssert.that(tables)
        .containsInAnyOrder(
            Stream.of(
                    SampleTables.of(SampledRatings.fullProfile(), new SampleProfile(), 50),
                    SummarizeUsers.tables(List.of()),
                    SummarizeItems.tables(List.of()),
                    List.of(
                        SummarizeSlates.table(0, List.of(), 12),
                        SlateOverlap.of(List.of()),
                        SlateTables.faults(List.of(), 12),
                        SlateTables.timeSpans(List.of(), List.of())))
                .flatMap(List::stream)
                .toList());
    pipeline.run();
  }

  @Test
  void noRows(TestPipeline pipeline) {
    Catalog emptyCatalog = Catalog.of(List.of());
    PCollection<Catalog> catalog = pipeline.apply("Catalog", Create.of(emptyCatalog));
    PCollection<RatingsProfile> full =
        pipeline
            .apply("NoRatings", Create.empty(RatingBatchCoder.of()))
            .apply("Profile", ProfileRatings.create());

    PCollection<SummaryTable> tables =
        PCollectionList.of(
                pipeline
                    .apply("NoEntries", Create.empty(ArchiveEntryCoder.of()))
                    .apply("Entries", SummarizeEntries.create()))
            .and(
                pipeline
                    .apply("NoReports", Create.empty(EntryReportCoder.of()))
                    .apply("Quality", SummarizeQuality.create()))
            .and(
                pipeline
                    .apply("NoTags", Create.empty(BatchCoder.of(TagCoder.of())))
                    .apply("Tags", SummarizeTags.create()))
            .and(
                catalog.apply(
                    "Links",
                    SummarizeLinks.of(
                        pipeline.apply("NoLinks", Create.empty(BatchCoder.of(LinkCoder.of()))))))
            .and(catalog.apply("Movies", SummarizeCatalog.create()))
            .and(
                pipeline
                    .apply("Nobody", Create.empty(EnrichedHistoryCoder.of()))
                    .apply("Sample", SummarizeSample.of(50).withFullFile(full)))
            .apply("Tables", Flatten.pCollections());

    PAssert.that(tables)
        .containsInAnyOrder(
            Stream.of(
                    List.of(
                        SummaryTable.builder("archive", "file", "compressed_mb", "uncompressed_mb")
                            .build(),
                        SummaryTable.builder("data_quality", "archive", "entry", "figure", "count")
                            .build()),
                    SummarizeTags.tables(List.of()),
                    List.of(
                        SummarizeLinks.table(emptyCatalog, List.of()),
                        SummarizeCatalog.table(emptyCatalog),
                        GenreOrder.summary(emptyCatalog),
                        GenreOrder.shares(emptyCatalog)),
                    SampleTables.of(new RatingsProfile(), new SampleProfile(), 50))
                .flatMap(List::stream)
                .toList());
    pipeline.run();
  }
}
